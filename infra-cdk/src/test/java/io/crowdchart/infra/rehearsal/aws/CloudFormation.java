package io.crowdchart.infra.rehearsal.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** AWS CloudFormation with its stacks and change sets. Nothing takes time: a stack is done when the call returns. */
final class CloudFormation implements AwsService {

    private static final Set<String> UPDATABLE =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE");

    private final Account account;
    private final Submission submission;
    private final List<Stack> stacks = new ArrayList<>();
    private final List<StackOperation> operations = new ArrayList<>();

    CloudFormation(Account account) {
        this.account = account;
        this.submission = new Submission(account);
    }

    List<StackOperation> operations() {
        synchronized (account) {
            return List.copyOf(operations);
        }
    }

    StackView stack(String name) {
        synchronized (account) {
            Stack stack = existing(name);
            return new StackView(
                    stack.status(), stack.reason(), stack.resources(), stack.outputs(), stack.isProtected());
        }
    }

    List<String> names() {
        synchronized (account) {
            return stacks.stream()
                    .filter(stack -> !stack.status().equals("DELETE_COMPLETE"))
                    .map(Stack::name)
                    .toList();
        }
    }

    @Override
    public String operation(AwsRequest request) {
        return request.form().getOrDefault("Action", "");
    }

    @Override
    public AwsResponse answer(AwsRequest request) {
        CloudFormationCall call = CloudFormationCall.of(request.form());
        String stack = call.text("StackName");
        return switch (call.action()) {
            case "DescribeStacks" -> StackDocuments.stacks(List.of(existing(stack)));
            case "DescribeStackEvents" -> StackDocuments.events(existing(stack));
            case "DescribeStackResources" -> StackDocuments.resources(existing(stack));
            case "ListStackResources" -> StackDocuments.summaries(existing(stack));
            case "GetTemplate" -> StackDocuments.template(existing(stack));
            case "CreateChangeSet" -> create(call, account.caller(request));
            case "DescribeChangeSet" -> StackDocuments.changeSet(existing(stack), changeSet(call));
            case "DeleteChangeSet" -> delete(call);
            case "ExecuteChangeSet" -> execute(call);
            case "UpdateTerminationProtection" -> protect(call);
            case "DeleteStack" -> deleteStack(call, account.caller(request));
            default -> throw new UnknownCallException(call.action());
        };
    }

    @Override
    public AwsResponse fault(AwsFault fault) {
        return Xml.fault(fault);
    }

    private Optional<Stack> find(String nameOrId) {
        return stacks.stream()
                .filter(stack -> stack.id().equals(nameOrId)
                        || (stack.name().equals(nameOrId) && !stack.status().equals("DELETE_COMPLETE")))
                .findFirst();
    }

    private Stack existing(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> AwsFault.validation("Stack with id " + nameOrId + " does not exist"));
    }

    private ChangeSet changeSet(CloudFormationCall call) {
        String name = call.text("ChangeSetName");
        return existing(call.text("StackName"))
                .changeSet(name)
                .orElseThrow(() -> new AwsFault(404, "ChangeSetNotFound", "ChangeSet [" + name + "] does not exist"));
    }

    private AwsResponse create(CloudFormationCall call, String caller) {
        ChangeSet.Order order = submission.order(call, caller);
        Stack stack = stackFor(call);
        String name = call.text("ChangeSetName");
        if (stack.changeSet(name).isPresent()) {
            throw new AwsFault(400, "AlreadyExistsException", "ChangeSet " + name + " already exists");
        }
        new Provision(stack, order, account, outside(stack, true)).resources();
        List<ChangeSet.Change> changes = Submission.changes(stack.order().template(), order.template());
        boolean isEmpty = changes.isEmpty()
                && order.template().root().equals(stack.order().template().root())
                && order.tags().equals(stack.order().tags());
        ChangeSet set = new ChangeSet(
                name,
                MadeUp.arn("cloudformation", "changeSet/" + name + "/" + UUID.randomUUID()),
                Instant.now(),
                order,
                changes,
                isEmpty
                        ? "The submitted information didn't contain changes. Submit different information to create a change set."
                        : "");
        stack.changeSets().put(name, set);
        return StackDocuments.created(stack, set);
    }

    private Stack stackFor(CloudFormationCall call) {
        String name = call.text("StackName");
        Optional<Stack> found = find(name);
        return switch (call.text("ChangeSetType")) {
            case "CREATE" -> creatable(name, found);
            case "UPDATE" -> updatable(name, found);
            default -> throw new UnknownCallException("the type of the change set " + call);
        };
    }

    private Stack creatable(String name, Optional<Stack> found) {
        if (found.isPresent() && !found.get().isNew()) {
            throw AwsFault.validation("Stack [" + name + "] already exists and cannot be created again");
        }
        return found.orElseGet(() -> begun(name));
    }

    private static Stack updatable(String name, Optional<Stack> found) {
        Stack stack = found.orElseThrow(() -> AwsFault.validation("Stack [" + name + "] does not exist"));
        if (!UPDATABLE.contains(stack.status())) {
            throw AwsFault.validation(
                    "Stack:" + stack.id() + " is in " + stack.status() + " state and can not be updated.");
        }
        return stack;
    }

    private Stack begun(String name) {
        Stack stack = new Stack(name, MadeUp.arn("cloudformation", "stack/" + name + "/" + UUID.randomUUID()));
        stacks.add(stack);
        return stack;
    }

    private AwsResponse delete(CloudFormationCall call) {
        Stack stack = existing(call.text("StackName"));
        stack.changeSet(call.text("ChangeSetName"))
                .ifPresent(set -> stack.changeSets().remove(set.name()));
        return StackDocuments.done(call.action());
    }

    private AwsResponse execute(CloudFormationCall call) {
        Stack stack = existing(call.text("StackName"));
        ChangeSet set = changeSet(call);
        if (!set.failure().isEmpty()) {
            throw new AwsFault(400, "InvalidChangeSetStatus", "ChangeSet [" + set.id() + "] cannot be executed");
        }
        stack.changeSets().clear();
        ChangeSet.Order order = set.order();
        String kind = stack.isNew() ? "CREATE" : "UPDATE";
        List<Resource> before = stack.resources();
        try {
            Provision provision = new Provision(stack, order, account, outside(stack, false));
            account.adopt(provision.resources(), order.adopts());
            stack.become(order, provision);
            account.change(before, stack.resources());
        } catch (AwsFault e) {
            stack.fail(e.text());
        }
        operations.add(operation(kind, stack, order, order.caller(), order.role()));
        return StackDocuments.done(call.action());
    }

    private AwsResponse protect(CloudFormationCall call) {
        Stack stack = existing(call.text("StackName"));
        stack.protect(call.text("EnableTerminationProtection").equals("true"));
        return StackDocuments.isProtected(stack);
    }

    private AwsResponse deleteStack(CloudFormationCall call, String caller) {
        Stack stack = existing(call.text("StackName"));
        if (stack.isProtected()) {
            throw AwsFault.validation(
                    "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
        operations.add(operation("DELETE", stack, stack.order(), caller, call.text("RoleARN")));
        account.delete(stack.resources());
        stack.delete();
        return StackDocuments.done(call.action());
    }

    private static StackOperation operation(
            String kind, Stack stack, ChangeSet.Order order, String caller, String role) {
        return new StackOperation(kind, stack.name(), order.template(), order.parameters(), order.tags(), caller, role);
    }

    /** A change set may be made before the stacks that it reads from stand; executed it cannot be. */
    private Provision.Outside outside(Stack self, boolean lenient) {
        return Provision.Outside.of(
                name -> stacks.stream()
                        .filter(stack -> stack.exports().containsKey(name))
                        .map(stack -> stack.exports().get(name))
                        .findFirst()
                        .orElseThrow(() -> AwsFault.validation("No export named " + name + " found.")),
                (name, output) -> lenient && find(name).isEmpty() && !name.equals(self.name())
                        ? "unknown yet"
                        : outputOf(name, output));
    }

    private String outputOf(String name, String output) {
        String value = existing(name).outputs().get(output);
        if (value == null) {
            throw AwsFault.validation("Output '" + output + "' not found in stack '" + name + "'");
        }
        return value;
    }
}
