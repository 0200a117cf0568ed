package io.crowdchart.infra.rehearsal.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A change set.
 *
 * @param name its name
 * @param id its ARN
 * @param created when it was made
 * @param order what was ordered
 * @param changes what it would do with resources
 * @param failure why it cannot be executed; empty: it can be
 */
record ChangeSet(String name, String id, Instant created, Order order, List<Change> changes, String failure) {

    /**
     * What a stack is to be.
     *
     * @param template its template
     * @param parameters the parameters that were given, by name
     * @param tags its tags
     * @param role the role to work with; empty: that of the caller
     * @param caller who ordered it
     * @param adopts whether it takes over what is there already with the name that it asks for
     */
    record Order(
            Template template,
            Map<String, String> parameters,
            Map<String, String> tags,
            String role,
            String caller,
            boolean adopts) {}

    /** What is to happen to one resource: {@code Add}, {@code Modify} or {@code Remove}. */
    record Change(String action, String logicalId, String type) {}
}
