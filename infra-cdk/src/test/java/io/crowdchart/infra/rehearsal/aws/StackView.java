package io.crowdchart.infra.rehearsal.aws;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A stack as it stands.
 *
 * @param status its status, such as {@code CREATE_COMPLETE}
 * @param reason why it has that status; empty if that needs no words
 * @param resources its resources with their properties evaluated
 * @param outputs its outputs
 * @param isProtected whether it is protected against deletion
 */
public record StackView(
        String status, String reason, List<Resource> resources, Map<String, String> outputs, boolean isProtected) {

    /** The only resource of a type whose logical id contains a text. */
    public Resource resource(String type, String inLogicalId) {
        List<Resource> found = resources.stream()
                .filter(resource ->
                        resource.type().equals(type) && resource.logicalId().contains(inLogicalId))
                .toList();
        if (found.size() != 1) {
            throw new NoSuchElementException("there is one " + type + " *" + inLogicalId + "*, found " + found.size());
        }
        return found.get(0);
    }
}
