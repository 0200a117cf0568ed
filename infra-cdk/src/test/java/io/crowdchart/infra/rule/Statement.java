package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a policy in IAM.
 *
 * @param where the policy
 * @param roles who has it
 * @param effect Allow or Deny
 * @param actions what
 * @param resources with what
 */
record Statement(String where, List<String> roles, String effect, List<String> actions, List<String> resources) {

    static List<Statement> all(Templates templates) {
        List<Statement> statements = new ArrayList<>();
        for (Templates.Resource policy : templates.all("AWS::IAM::Policy")) {
            JsonNode properties = policy.properties();
            read(statements, policy, Text.each(properties.path("Roles")), properties.path("PolicyDocument"));
        }
        for (Templates.Resource role : templates.all("AWS::IAM::Role")) {
            role.properties()
                    .path("Policies")
                    .forEach(policy ->
                            read(statements, role, List.of("<" + role.id() + ">"), policy.path("PolicyDocument")));
        }
        return statements;
    }

    private static void read(List<Statement> into, Templates.Resource where, List<String> roles, JsonNode document) {
        document.path("Statement")
                .forEach(statement -> into.add(new Statement(
                        where.toString(),
                        roles,
                        statement.path("Effect").asText(),
                        Text.each(statement.path("Action")),
                        Text.each(statement.path("Resource")))));
    }

    /** Those of one role, by the beginning of its id. */
    static List<Statement> of(Templates templates, String rolePrefix) {
        return all(templates).stream()
                .filter(statement -> statement.roles.stream().anyMatch(role -> role.startsWith("<" + rolePrefix)))
                .toList();
    }

    /** Whether an action is allowed with something whose ARN ends so. */
    static boolean allows(List<Statement> statements, String action, String resourceEnd) {
        return statements.stream()
                .filter(statement -> statement.effect.equals("Allow") && statement.actions.contains(action))
                .flatMap(statement -> statement.resources.stream())
                .anyMatch(resource -> resource.endsWith(resourceEnd));
    }
}
