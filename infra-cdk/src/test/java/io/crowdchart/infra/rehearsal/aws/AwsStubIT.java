package io.crowdchart.infra.rehearsal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsStubIT {

    private static final String BUCKET = """
            {"Resources": {
              "Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "Properties": {"BucketName": "files"}},
              "Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": {"Fn::Sub": "role-${AWS::Region}"}}}},
             "Outputs": {"Name": {"Value": {"Ref": "Bucket"}}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private AwsStub aws;

    @BeforeEach
    void start() throws IOException {
        aws = AwsStub.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void a_call_that_nobody_signed_is_refused() throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(aws.endpoint()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(aws.refused()).containsExactly("GET / without a signature");
    }

    @Test
    void a_service_an_action_and_a_parameter_that_are_not_known_are_refused() throws Exception {
        assertThat(send("dynamodb", "POST", "/", "").statusCode()).isEqualTo(501);
        assertThat(call("ListStacks")).contains("NotKnownHere");
        assertThat(call("DescribeStacks", "StackName", "a", "Colour", "blue")).contains("NotKnownHere");
        assertThat(send("s3", "DELETE", "/bucket/key", "").body()).contains("NoSuchBucket");

        assertThat(aws.refused()).hasSize(3).element(2).asString().contains("Colour=blue");
    }

    @Test
    void a_stack_that_is_not_there_is_a_validation_error_and_nothing_to_refuse() throws Exception {
        assertThat(call("DescribeStacks", "StackName", "charts"))
                .contains("<Code>ValidationError</Code>", "Stack with id charts does not exist");
        assertThat(aws.refused()).isEmpty();
    }

    @Test
    void a_role_can_be_taken_on_and_a_bucket_written_to_only_once_they_are_there() throws Exception {
        String role = "arn:aws:iam::123456789012:role/role-eu-west-1";
        assertThat(sts("AssumeRole", role)).contains("AccessDenied");
        assertThat(put("/files/a", "hello").body()).contains("NoSuchBucket");

        create("files", BUCKET);

        assertThat(sts("AssumeRole", role)).contains("<AccessKeyId>");
        assertThat(put("/files/a", "hello").statusCode()).isEqualTo(200);
        assertThat(aws.account().objects()).containsOnlyKeys("files/a");
    }

    @Test
    void bytes_that_were_damaged_on_their_way_are_not_taken() throws Exception {
        create("files", BUCKET);

        HttpResponse<String> answer = send("s3", "PUT", "/files/a", "hallo", "x-amz-checksum-sha256", sha256("hello"));

        assertThat(answer.body()).contains("BadDigest");
        assertThat(aws.account().objects()).isEmpty();
    }

    @Test
    void a_change_set_without_a_change_fails_and_names_the_reason() throws Exception {
        create("files", BUCKET);

        changeSet("files", "UPDATE", BUCKET);

        assertThat(call("DescribeChangeSet", "StackName", "files", "ChangeSetName", "changes"))
                .contains("<Status>FAILED</Status>", "didn't contain changes");
    }

    @Test
    void a_stack_that_names_roles_needs_the_capability_for_it() throws Exception {
        assertThat(call(
                        "CreateChangeSet",
                        "StackName",
                        "files",
                        "ChangeSetName",
                        "changes",
                        "ChangeSetType",
                        "CREATE",
                        "TemplateBody",
                        BUCKET))
                .contains("InsufficientCapabilitiesException");
    }

    @Test
    void a_stack_that_reads_what_no_stack_has_is_rolled_back() throws Exception {
        create("reader", """
                {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {
                  "DisplayName": {"Fn::GetStackOutput": {"StackName": "files", "OutputName": "Name"}}}}}}""");

        assertThat(aws.stack("reader").status()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(aws.stack("reader").reason()).contains("files does not exist");
    }

    @Test
    void functions_become_values() throws Exception {
        create("files", BUCKET);
        create("reader", """
                {"Parameters": {"Few": {"Type": "CommaDelimitedList", "Default": "a,b"}},
                 "Conditions": {"Never": {"Fn::Equals": ["a", {"Fn::Select": [1, {"Ref": "Few"}]}]}},
                 "Resources": {
                  "Gone": {"Type": "AWS::SNS::Topic", "Condition": "Never"},
                  "Topic": {"Type": "AWS::SNS::Topic", "Properties": {
                   "Joined": {"Fn::Join": ["-", {"Ref": "Few"}]},
                   "Read": {"Fn::GetStackOutput": {"StackName": "files", "OutputName": "Name"}},
                   "Nothing": {"Fn::If": ["Never", 1, {"Ref": "AWS::NoValue"}]},
                   "Text": {"Fn::Sub": ["${AWS::Region} ${x} ${!y} ${Topic.Arn}", {"x": "X"}]}}}}}""");

        assertThat(aws.stack("reader").reason()).isEmpty();
        assertThat(aws.stack("reader").resources())
                .singleElement()
                .satisfies(topic -> assertThat(topic.properties().toString())
                        .isEqualTo("{\"Joined\":\"a-b\",\"Read\":\"files\",\"Text\":\"eu-west-1 X ${y}"
                                + " arn:aws:sns:eu-west-1:123456789012:reader-Topic-MADEUP\"}"));
    }

    @Test
    void a_reference_into_nothing_is_a_fault_of_the_template() throws Exception {
        assertThat(changeSet("charts", "CREATE", """
                {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"Name": {"Ref": "Topik"}}}}}""")).contains("Unresolved resource dependencies [Topik]");
        assertThat(changeSet("charts", "CREATE", """
                {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"Name": {"Fn::Guess": 1}}}}}""")).contains("the function Fn::Guess");
    }

    @Test
    void a_deleted_stack_is_still_known_by_its_id_and_leaves_what_it_retains() throws Exception {
        create("files", BUCKET);
        String id = call("DescribeStacks", "StackName", "files").replaceAll("(?s).*<StackId>(.*?)</StackId>.*", "$1");

        call("DeleteStack", "StackName", "files");

        assertThat(call("DescribeStacks", "StackName", id)).contains("DELETE_COMPLETE");
        assertThat(call("DescribeStacks", "StackName", "files")).contains("does not exist");
        assertThat(aws.retained()).extracting(Resource::id).containsExactly("files");
        create("files", BUCKET);
        assertThat(aws.stack("files").reason()).isEqualTo("files already exists in stack files");
    }

    private void create(String stack, String template) throws Exception {
        assertThat(changeSet(stack, "CREATE", template)).contains("<Id>");
        call("ExecuteChangeSet", "StackName", stack, "ChangeSetName", "changes");
    }

    private String changeSet(String stack, String type, String template) throws Exception {
        return call(
                "CreateChangeSet",
                "StackName",
                stack,
                "ChangeSetName",
                "changes",
                "ChangeSetType",
                type,
                "TemplateBody",
                template,
                "Capabilities.member.1",
                "CAPABILITY_NAMED_IAM");
    }

    private String call(String action, String... parameters) throws Exception {
        return query("cloudformation", action, parameters);
    }

    private String sts(String action, String role) throws Exception {
        return query("sts", action, "RoleArn", role, "RoleSessionName", "test");
    }

    private String query(String service, String action, String... parameters) throws Exception {
        Map<String, String> form = new TreeMap<>(Map.of("Action", action));
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(service, "POST", "/", body).body();
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send("s3", "PUT", path, body, "x-amz-checksum-sha256", sha256(body));
    }

    private HttpResponse<String> send(String service, String method, String path, String body, String... headers)
            throws Exception {
        URI address = aws.endpoint().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + Account.ACCESS_KEY + "/20261123/" + Account.REGION + "/"
                                + service + "/aws4_request, SignedHeaders=host, Signature=0");
        List<String> more = List.of(headers);
        for (int i = 0; i < more.size(); i += 2) {
            request.header(more.get(i), more.get(i + 1));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
