package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** AWS Systems Manager: its parameters. */
final class Parameters implements AwsService {

    private final Account account;

    Parameters(Account account) {
        this.account = account;
    }

    @Override
    public String operation(AwsRequest request) {
        return request.header("x-amz-target").orElse("");
    }

    @Override
    public AwsResponse answer(AwsRequest request) {
        if (!operation(request).equals("AmazonSSM.GetParameter")) {
            throw new UnknownCallException(operation(request) + " " + request.text());
        }
        String name = Template.parse(request.text()).path("Name").asText();
        String value = account.parameter(name).orElseThrow(() -> new AwsFault(400, "ParameterNotFound", name));
        JsonNode parameter = JsonNodeFactory.instance
                .objectNode()
                .put("Name", name)
                .put("Type", "String")
                .put("Value", value)
                .put("Version", 1);
        return AwsResponse.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .set("Parameter", parameter)
                        .toString());
    }

    @Override
    public AwsResponse fault(AwsFault fault) {
        return AwsResponse.json(
                fault.status(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", fault.code())
                        .put("message", fault.text())
                        .toString());
    }
}
