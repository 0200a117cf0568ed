package io.crowdchart.infra.rehearsal.aws;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amazon S3 in path style: what uploading files takes. It checks the checksums that come with the bytes. */
final class ObjectStore implements AwsService {

    private static final String CHECKSUM = "x-amz-checksum-sha256";

    private final Account account;
    private final Map<String, SortedMap<Integer, byte[]>> uploads = new HashMap<>();

    ObjectStore(Account account) {
        this.account = account;
    }

    @Override
    public String operation(AwsRequest request) {
        Set<String> query = request.query().keySet();
        boolean onObject = !Target.of(request.path()).key().isEmpty();
        return switch (request.method()) {
            case "GET" ->
                query.contains("location") && !onObject
                        ? "GetBucketLocation"
                        : query.contains("encryption") && !onObject
                                ? "GetBucketEncryption"
                                : query.contains("list-type") && !onObject ? "ListObjectsV2" : "GET";
            case "PUT" -> !onObject ? "PUT" : query.contains("partNumber") ? "UploadPart" : "PutObject";
            case "POST" ->
                !onObject
                        ? "POST"
                        : query.contains("uploads")
                                ? "CreateMultipartUpload"
                                : query.contains("uploadId") ? "CompleteMultipartUpload" : "POST";
            default -> request.method();
        };
    }

    @Override
    public AwsResponse answer(AwsRequest request) {
        Target target = Target.of(request.path());
        Bucket bucket = account.bucket(target.bucket())
                .orElseThrow(() -> new AwsFault(404, "NoSuchBucket", "The specified bucket does not exist"));
        return switch (operation(request)) {
            case "GetBucketLocation" ->
                AwsResponse.xml(200, "<LocationConstraint>" + Account.REGION + "</LocationConstraint>");
            case "GetBucketEncryption" -> encryption(bucket);
            case "ListObjectsV2" -> list(target, bucket, request.query());
            case "PutObject" -> put(bucket, target.key(), checked(request));
            case "CreateMultipartUpload" -> create(target);
            case "UploadPart" -> part(request, checked(request));
            case "CompleteMultipartUpload" -> complete(bucket, target, request);
            default -> throw new UnknownCallException(request.method() + " " + request.path() + " " + request.query());
        };
    }

    @Override
    public AwsResponse fault(AwsFault fault) {
        Xml error = new Xml().text("Code", fault.code()).text("Message", fault.text());
        return AwsResponse.xml(fault.status(), new Xml().element("Error", error).toString());
    }

    private static AwsResponse encryption(Bucket bucket) {
        if (bucket.encryption().isEmpty()) {
            throw new AwsFault(404, "ServerSideEncryptionConfigurationNotFoundError", "there is none");
        }
        Xml byDefault = new Xml().text("SSEAlgorithm", bucket.encryption());
        Xml rule = new Xml().element("ApplyServerSideEncryptionByDefault", byDefault);
        return AwsResponse.xml(
                200,
                new Xml()
                        .element("ServerSideEncryptionConfiguration", new Xml().element("Rule", rule))
                        .toString());
    }

    private static AwsResponse list(Target target, Bucket bucket, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        Xml result = new Xml().text("Name", target.bucket()).text("Prefix", prefix);
        int count = 0;
        for (Map.Entry<String, byte[]> object : bucket.objects().entrySet()) {
            if (object.getKey().startsWith(prefix)) {
                count++;
                result.element(
                        "Contents",
                        new Xml()
                                .text("Key", object.getKey())
                                .text("Size", Integer.toString(object.getValue().length)));
            }
        }
        result.text("KeyCount", Integer.toString(count)).text("IsTruncated", "false");
        return AwsResponse.xml(
                200, new Xml().element("ListBucketResult", result).toString());
    }

    private static AwsResponse put(Bucket bucket, String key, byte[] bytes) {
        bucket.objects().put(key, bytes);
        return AwsResponse.empty(Map.of("ETag", "\"" + sha256(bytes) + "\""));
    }

    private AwsResponse create(Target target) {
        String id = "upload-" + uploads.size();
        uploads.put(id, new TreeMap<>());
        Xml result = new Xml()
                .text("Bucket", target.bucket())
                .text("Key", target.key())
                .text("UploadId", id);
        return AwsResponse.xml(
                200, new Xml().element("InitiateMultipartUploadResult", result).toString());
    }

    private AwsResponse part(AwsRequest request, byte[] bytes) {
        parts(request).put(Integer.valueOf(request.query().getOrDefault("partNumber", "")), bytes);
        String checksum = sha256(bytes);
        return AwsResponse.empty(Map.of("ETag", "\"" + checksum + "\"", CHECKSUM, checksum));
    }

    private AwsResponse complete(Bucket bucket, Target target, AwsRequest request) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts(request).forEach((number, bytes) -> {
            if (!request.text().contains("<PartNumber>" + number + "</PartNumber>")) {
                throw new AwsFault(400, "InvalidPart", "part " + number + " was not named");
            }
            whole.writeBytes(bytes);
        });
        bucket.objects().put(target.key(), whole.toByteArray());
        Xml result = new Xml()
                .text("Bucket", target.bucket())
                .text("Key", target.key())
                .text("ETag", "\"" + sha256(whole.toByteArray()) + "\"");
        return AwsResponse.xml(
                200, new Xml().element("CompleteMultipartUploadResult", result).toString());
    }

    private SortedMap<Integer, byte[]> parts(AwsRequest request) {
        SortedMap<Integer, byte[]> parts = uploads.get(request.query().getOrDefault("uploadId", ""));
        if (parts == null) {
            throw new AwsFault(404, "NoSuchUpload", "The specified upload does not exist");
        }
        return parts;
    }

    /** Bodies in chunks carry their checksum behind them; nobody sends those here, so they are not known. */
    private static byte[] checked(AwsRequest request) {
        String expected = request.header(CHECKSUM)
                .orElseThrow(() -> new UnknownCallException(request.path() + " without " + CHECKSUM));
        byte[] bytes = request.body().toArray();
        if (!sha256(bytes).equals(expected)) {
            throw new AwsFault(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What a path names. */
    record Target(String bucket, String key) {

        static Target of(String path) {
            String[] parts = path.substring(1).split("/", 2);
            return new Target(parts[0], parts.length > 1 ? parts[1] : "");
        }
    }
}
