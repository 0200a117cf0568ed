package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for secrets that stand in a template in the clear. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("(?i).*(password|secret|token|credential|apikey|jaas).*");

    /** Keys and log-ins, wherever they stand. */
    private static final Pattern VALUE =
            Pattern.compile("(?is).*(A[KS]IA[0-9A-Z]{12}|-----BEGIN|password\\s*=\\s*\\S|://[^/\\s:]+:[^/\\s@]+@).*");

    /** What has such a name, but is known to the world. */
    private static final List<String> KNOWN = List.of(
            "",
            Rehearsal.SKILL_ID,
            "software.amazon.msk.auth.iam.IAMLoginModule required;",
            "software.amazon.msk.auth.iam.IAMClientCallbackHandler");

    private Secrets() {}

    /** The places of what looks like one. */
    static List<String> in(JsonNode template) {
        List<String> found = new ArrayList<>();
        look("", "", template, found);
        return found;
    }

    private static void look(String path, String name, JsonNode node, List<String> found) {
        if (node.isTextual()) {
            String text = node.asText();
            boolean isNamed = NAME.matcher(name).matches() && !KNOWN.contains(text) && !text.contains("{{resolve:");
            if (isNamed || VALUE.matcher(text).matches()) {
                found.add(path);
            }
            return;
        }
        // The environment of a container is a list of pairs.
        String pair = node.path("Name").asText("");
        node.properties().forEach(member -> {
            boolean isValue = member.getKey().equals("Value") && !pair.isEmpty();
            look(path + "/" + member.getKey(), isValue ? pair : member.getKey(), member.getValue(), found);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(path + "/" + i, name, node.path(i), found);
        }
    }
}
