package io.crowdchart.infra.rehearsal.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one account holds in its one region. Whoever reads or writes it holds its lock. */
public final class Account {

    /** Its number. */
    public static final String ID = "123456789012";

    /** Its region. */
    public static final String REGION = "eu-west-1";

    /** The access key of the one who deploys. */
    public static final String ACCESS_KEY = "AKIAREHEARSAL";

    /** Who that is. */
    public static final String DEPLOYER = "arn:aws:iam::" + ID + ":user/deployer";

    private static final String ROLE_KEY = "ASIAROLE";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Resource> retained = new ArrayList<>();

    Account() {}

    /** The bytes of every object in every bucket, by {@code bucket/key}. */
    public synchronized Map<String, byte[]> objects() {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        buckets.forEach(
                (name, bucket) -> bucket.objects().forEach((key, bytes) -> objects.put(name + "/" + key, bytes)));
        return objects;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Optional<Bucket> bucket(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    List<Resource> retained() {
        return retained;
    }

    /**
     * Takes over what is there already with the names that new resources ask for.
     *
     * @throws AwsFault if there is something, and it must not be taken over
     */
    void adopt(List<Resource> resources, boolean allowed) {
        for (Resource resource : resources) {
            Optional<Resource> there = retained.stream()
                    .filter(left ->
                            left.type().equals(resource.type()) && left.id().equals(resource.id()))
                    .findFirst();
            if (there.isPresent() && !allowed) {
                throw AwsFault.validation(resource.id() + " already exists in stack " + resource.stack());
            }
            there.ifPresent(retained::remove);
        }
    }

    /** The resources of a stack were others. */
    void change(List<Resource> before, List<Resource> after) {
        Map<String, Resource> gone = new LinkedHashMap<>();
        before.forEach(resource -> gone.put(resource.logicalId(), resource));
        for (Resource resource : after) {
            if (gone.remove(resource.logicalId()) == null) {
                created(resource);
            }
        }
        gone.values().forEach(this::deleted);
    }

    /** A stack goes, and leaves what it is told to. */
    void delete(List<Resource> resources) {
        for (Resource resource : resources) {
            if (resource.deletionPolicy().equals("Delete")) {
                deleted(resource);
            } else {
                retained.add(resource);
            }
        }
    }

    /** What the creation of a resource means for the other services. */
    private void created(Resource resource) {
        switch (resource.type()) {
            case "AWS::SSM::Parameter" -> parameters.put(resource.text("Name"), resource.text("Value"));
            case "AWS::S3::Bucket" -> buckets.put(resource.id(), Bucket.of(resource));
            case "AWS::IAM::Role" -> roles.add("arn:aws:iam::" + ID + ":role/" + resource.id());
            default -> {
                // Nobody here asks for anything else.
            }
        }
    }

    /** What the end of a resource means for them. */
    private void deleted(Resource resource) {
        switch (resource.type()) {
            case "AWS::SSM::Parameter" -> parameters.remove(resource.text("Name"));
            case "AWS::S3::Bucket" -> buckets.remove(resource.id());
            case "AWS::IAM::Role" -> roles.remove("arn:aws:iam::" + ID + ":role/" + resource.id());
            default -> {
                // As above.
            }
        }
    }

    /** An access key for a role. */
    String keyOf(String role) {
        if (!roles.contains(role)) {
            throw new AwsFault(
                    403,
                    "AccessDenied",
                    "User: " + DEPLOYER + " is not authorized to perform: sts:AssumeRole on " + role);
        }
        taken.add(role);
        return ROLE_KEY + (taken.size() - 1);
    }

    /** Who signed this. */
    String caller(AwsRequest request) {
        String key = request.accessKey();
        if (key.equals(ACCESS_KEY)) {
            return DEPLOYER;
        }
        if (!key.startsWith(ROLE_KEY) || request.header("x-amz-security-token").isEmpty()) {
            throw new AwsFault(403, "InvalidClientTokenId", "The security token included in the request is invalid");
        }
        return taken.get(Integer.parseInt(key.substring(ROLE_KEY.length())));
    }
}
