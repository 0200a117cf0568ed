package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a stack is to be, as a call has it: read, and held to the limits of CloudFormation. */
final class Submission {

    private static final int LONGEST_BODY = 51_200;
    private static final int LONGEST_OBJECT = 1_048_576;

    private final Account account;

    Submission(Account account) {
        this.account = account;
    }

    ChangeSet.Order order(CloudFormationCall call, String caller) {
        Template template = template(call);
        requireCapabilities(call, template);
        return new ChangeSet.Order(
                template,
                call.parameters(),
                call.tags(),
                call.text("RoleARN"),
                caller,
                call.text("ImportExistingResources").equals("true"));
    }

    private Template template(CloudFormationCall call) {
        String url = call.text("TemplateURL");
        if (url.isEmpty()) {
            return Template.of(limited(call.text("TemplateBody"), LONGEST_BODY, "templateBody"));
        }
        URI address = URI.create(url);
        if (!("s3." + Account.REGION + ".amazonaws.com").equals(address.getHost())) {
            throw AwsFault.validation("TemplateURL must be a supported URL.");
        }
        byte[] object = account.objects().get(address.getPath().substring(1));
        if (object == null) {
            throw AwsFault.validation("S3 error: The specified key does not exist.");
        }
        return Template.of(limited(new String(object, StandardCharsets.UTF_8), LONGEST_OBJECT, "templateURL"));
    }

    private static String limited(String text, int most, String what) {
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw AwsFault.validation("1 validation error detected: Value at '" + what
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + most);
        }
        return text;
    }

    private static void requireCapabilities(CloudFormationCall call, Template template) {
        boolean makesRights = template.section("Resources").values().stream()
                .anyMatch(resource -> resource.path("Type").asText().startsWith("AWS::IAM::"));
        if (makesRights && !call.list("Capabilities").contains("CAPABILITY_NAMED_IAM")) {
            throw new AwsFault(
                    400, "InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]");
        }
    }

    /** What would become of the resources of a template under another one. */
    static List<ChangeSet.Change> changes(Template from, Template to) {
        Map<String, JsonNode> before = from.section("Resources");
        Map<String, JsonNode> after = to.section("Resources");
        List<ChangeSet.Change> changes = new ArrayList<>();
        after.forEach((name, definition) -> {
            JsonNode old = before.get(name);
            if (old == null || !old.equals(definition)) {
                changes.add(change(old == null ? "Add" : "Modify", name, definition));
            }
        });
        before.forEach((name, definition) -> {
            if (!after.containsKey(name)) {
                changes.add(change("Remove", name, definition));
            }
        });
        return changes;
    }

    private static ChangeSet.Change change(String action, String name, JsonNode definition) {
        return new ChangeSet.Change(action, name, definition.path("Type").asText());
    }
}
