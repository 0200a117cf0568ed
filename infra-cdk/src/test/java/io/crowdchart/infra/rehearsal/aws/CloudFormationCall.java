package io.crowdchart.infra.rehearsal.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of a call to CloudFormation; one with a parameter that its action does not have is refused. */
record CloudFormationCall(String action, Map<String, String> form) {

    private static final Map<String, Set<String>> PARAMETERS = Map.ofEntries(
            Map.entry("DescribeStacks", Set.of("StackName", "NextToken")),
            Map.entry("DescribeStackEvents", Set.of("StackName", "NextToken")),
            Map.entry("DescribeStackResources", Set.of("StackName", "LogicalResourceId", "PhysicalResourceId")),
            Map.entry("ListStackResources", Set.of("StackName", "NextToken")),
            Map.entry("GetTemplate", Set.of("StackName", "ChangeSetName", "TemplateStage")),
            Map.entry(
                    "CreateChangeSet",
                    Set.of(
                            "StackName",
                            "ChangeSetName",
                            "ChangeSetType",
                            "Description",
                            "ClientToken",
                            "TemplateURL",
                            "TemplateBody",
                            "Parameters",
                            "Tags",
                            "Capabilities",
                            "RoleARN",
                            "ImportExistingResources",
                            "IncludeNestedStacks",
                            "DeploymentConfig")),
            Map.entry("DescribeChangeSet", Set.of("StackName", "ChangeSetName", "IncludePropertyValues", "NextToken")),
            Map.entry("DeleteChangeSet", Set.of("StackName", "ChangeSetName")),
            Map.entry("ExecuteChangeSet", Set.of("StackName", "ChangeSetName", "ClientRequestToken")),
            Map.entry("UpdateTerminationProtection", Set.of("StackName", "EnableTerminationProtection")),
            Map.entry("DeleteStack", Set.of("StackName", "RoleARN", "ClientRequestToken", "DeploymentConfig")));

    static CloudFormationCall of(Map<String, String> form) {
        String action = form.getOrDefault("Action", "");
        Set<String> known = PARAMETERS.get(action);
        if (known == null) {
            throw new UnknownCallException(action + " " + form);
        }
        for (String name : form.keySet()) {
            String top = name.split("\\.", 2)[0];
            if (!known.contains(top) && !Set.of("Action", "Version").contains(top)) {
                throw new UnknownCallException(action + " with " + name + "=" + form.get(name));
            }
        }
        return new CloudFormationCall(action, form);
    }

    /** A parameter; empty if it was not given. */
    String text(String name) {
        return form.getOrDefault(name, "");
    }

    List<String> list(String name) {
        Map<Integer, String> values = new TreeMap<>();
        form.forEach((key, value) -> {
            if (key.startsWith(name + ".member.")) {
                values.put(Integer.valueOf(key.substring(name.length() + ".member.".length())), value);
            }
        });
        return List.copyOf(values.values());
    }

    Map<String, String> parameters() {
        return pairs("Parameters", "ParameterKey", "ParameterValue");
    }

    Map<String, String> tags() {
        return pairs("Tags", "Key", "Value");
    }

    private Map<String, String> pairs(String list, String key, String value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 1; form.containsKey(list + ".member." + i + "." + key); i++) {
            String member = list + ".member." + i + ".";
            if (form.containsKey(member + "UsePreviousValue")) {
                throw new UnknownCallException(action + " with " + member + "UsePreviousValue");
            }
            pairs.put(text(member + key), text(member + value));
        }
        return pairs;
    }
}
