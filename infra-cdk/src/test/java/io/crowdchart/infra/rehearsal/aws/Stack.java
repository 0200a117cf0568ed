package io.crowdchart.infra.rehearsal.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack in its life. */
final class Stack {

    /** Something that happened to the stack itself or to one of its resources. */
    record Event(String id, Instant time, String logicalId, String type, String physicalId, String status) {}

    private final String name;
    private final String id;
    private final Instant created = Instant.now();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    private String status = "REVIEW_IN_PROGRESS";
    private String reason = "";
    private boolean isProtected;
    private ChangeSet.Order order = new ChangeSet.Order(Template.NONE, Map.of(), Map.of(), "", "", false);
    private List<Resource> resources = List.of();
    private Map<String, String> outputs = Map.of();
    private Map<String, String> exports = Map.of();

    Stack(String name, String id) {
        this.name = name;
        this.id = id;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    Instant created() {
        return created;
    }

    String status() {
        return status;
    }

    String reason() {
        return reason;
    }

    boolean isProtected() {
        return isProtected;
    }

    ChangeSet.Order order() {
        return order;
    }

    List<Resource> resources() {
        return resources;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    Map<String, String> exports() {
        return exports;
    }

    /** Newest first, as CloudFormation tells them. */
    List<Event> events() {
        List<Event> newestFirst = new ArrayList<>(events);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    Map<String, ChangeSet> changeSets() {
        return changeSets;
    }

    Optional<ChangeSet> changeSet(String nameOrId) {
        return changeSets.values().stream()
                .filter(set -> set.name().equals(nameOrId) || set.id().equals(nameOrId))
                .findFirst();
    }

    boolean isNew() {
        return status.equals("REVIEW_IN_PROGRESS");
    }

    void protect(boolean how) {
        isProtected = how;
    }

    /** The resources of the new template stand. */
    void become(ChangeSet.Order newOrder, Provision provision) {
        String kind = isNew() ? "CREATE" : "UPDATE";
        event(kind + "_IN_PROGRESS");
        List<Resource> next = provision.resources();
        Map<String, String> nextOutputs = provision.outputs();
        exports = provision.exports();
        for (Resource resource : next) {
            if (!resources.contains(resource)) {
                event(resource, kind + "_COMPLETE");
            }
        }
        resources = next;
        outputs = nextOutputs;
        order = newOrder;
        end(kind + "_COMPLETE", "");
    }

    /** It could not become what was ordered. */
    void fail(String why) {
        end(isNew() ? "ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_COMPLETE", why);
    }

    void delete() {
        event("DELETE_IN_PROGRESS");
        for (Resource resource : resources) {
            event(resource, resource.deletionPolicy().equals("Delete") ? "DELETE_COMPLETE" : "DELETE_SKIPPED");
        }
        resources = List.of();
        end("DELETE_COMPLETE", "");
    }

    private void end(String newStatus, String why) {
        status = newStatus;
        reason = why;
        event(newStatus);
    }

    private void event(String newStatus) {
        add(name, "AWS::CloudFormation::Stack", id, newStatus);
    }

    private void event(Resource resource, String newStatus) {
        add(resource.logicalId(), resource.type(), resource.id(), newStatus);
    }

    /** Each a little later than the one before, so that whoever sorts them finds their order. */
    private void add(String logicalId, String type, String physicalId, String newStatus) {
        Instant last =
                events.isEmpty() ? created : events.get(events.size() - 1).time();
        Instant now = Instant.now();
        Instant time = now.isAfter(last) ? now : last.plusMillis(1);
        events.add(new Event(name + "-" + events.size(), time, logicalId, type, physicalId, newStatus));
    }
}
