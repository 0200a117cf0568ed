package io.crowdchart.infra.rehearsal.aws;

import java.util.List;
import java.util.Map;

/** The answers of CloudFormation. */
final class StackDocuments {

    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private StackDocuments() {}

    static AwsResponse stacks(List<Stack> stacks) {
        return new Xml().members("Stacks", stacks, StackDocuments::stack).response(NAMESPACE, "DescribeStacks");
    }

    private static void stack(Xml xml, Stack stack) {
        xml.text("StackName", stack.name())
                .text("StackId", stack.id())
                .text("CreationTime", stack.created().toString())
                .text("StackStatus", stack.status())
                .textIfAny("StackStatusReason", stack.reason())
                .textIfAny("RoleARN", stack.order().role())
                .text("EnableTerminationProtection", Boolean.toString(stack.isProtected()))
                .text("DisableRollback", "false")
                .members(
                        "Outputs",
                        stack.outputs().entrySet(),
                        (output, entry) ->
                                output.text("OutputKey", entry.getKey()).text("OutputValue", entry.getValue()))
                .members(
                        "Parameters",
                        stack.order().parameters().entrySet(),
                        (parameter, entry) ->
                                parameter.text("ParameterKey", entry.getKey()).text("ParameterValue", entry.getValue()))
                .members("Tags", stack.order().tags().entrySet(), StackDocuments::tag);
    }

    private static void tag(Xml xml, Map.Entry<String, String> tag) {
        xml.text("Key", tag.getKey()).text("Value", tag.getValue());
    }

    static AwsResponse events(Stack stack) {
        return new Xml()
                .members(
                        "StackEvents",
                        stack.events(),
                        (xml, event) -> xml.text("StackId", stack.id())
                                .text("StackName", stack.name())
                                .text("EventId", event.id())
                                .text("Timestamp", event.time().toString())
                                .text("LogicalResourceId", event.logicalId())
                                .text("PhysicalResourceId", event.physicalId())
                                .text("ResourceType", event.type())
                                .text("ResourceStatus", event.status()))
                .response(NAMESPACE, "DescribeStackEvents");
    }

    static AwsResponse resources(Stack stack) {
        return new Xml()
                .members("StackResources", stack.resources(), StackDocuments::resource)
                .response(NAMESPACE, "DescribeStackResources");
    }

    static AwsResponse summaries(Stack stack) {
        return new Xml()
                .members("StackResourceSummaries", stack.resources(), StackDocuments::resource)
                .response(NAMESPACE, "ListStackResources");
    }

    private static void resource(Xml xml, Resource resource) {
        xml.text("LogicalResourceId", resource.logicalId())
                .text("PhysicalResourceId", resource.id())
                .text("ResourceType", resource.type())
                .text("ResourceStatus", "CREATE_COMPLETE");
    }

    static AwsResponse template(Stack stack) {
        return new Xml().text("TemplateBody", stack.order().template().text()).response(NAMESPACE, "GetTemplate");
    }

    static AwsResponse created(Stack stack, ChangeSet set) {
        return new Xml().text("Id", set.id()).text("StackId", stack.id()).response(NAMESPACE, "CreateChangeSet");
    }

    static AwsResponse changeSet(Stack stack, ChangeSet set) {
        boolean failed = !set.failure().isEmpty();
        return new Xml()
                .text("ChangeSetName", set.name())
                .text("ChangeSetId", set.id())
                .text("StackId", stack.id())
                .text("StackName", stack.name())
                .text("CreationTime", set.created().toString())
                .text("ExecutionStatus", failed ? "UNAVAILABLE" : "AVAILABLE")
                .text("Status", failed ? "FAILED" : "CREATE_COMPLETE")
                .textIfAny("StatusReason", set.failure())
                .members("Changes", set.changes(), StackDocuments::change)
                .response(NAMESPACE, "DescribeChangeSet");
    }

    /** Whether a modified resource would be replaced is for its service to say, so that it stays open here. */
    private static void change(Xml xml, ChangeSet.Change change) {
        Xml resource = new Xml()
                .text("Action", change.action())
                .text("LogicalResourceId", change.logicalId())
                .text("ResourceType", change.type());
        if (change.action().equals("Modify")) {
            resource.text("Replacement", "Conditional");
        }
        xml.text("Type", "Resource").element("ResourceChange", resource);
    }

    static AwsResponse isProtected(Stack stack) {
        return new Xml().text("StackId", stack.id()).response(NAMESPACE, "UpdateTerminationProtection");
    }

    static AwsResponse done(String action) {
        return new Xml().response(NAMESPACE, action);
    }
}
