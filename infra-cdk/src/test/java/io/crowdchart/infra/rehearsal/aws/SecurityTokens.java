package io.crowdchart.infra.rehearsal.aws;

import java.util.Map;

/** AWS STS: who is there, and the credentials of roles. */
final class SecurityTokens implements AwsService {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final Account account;

    SecurityTokens(Account account) {
        this.account = account;
    }

    @Override
    public String operation(AwsRequest request) {
        return request.form().getOrDefault("Action", "");
    }

    @Override
    public AwsResponse answer(AwsRequest request) {
        Map<String, String> form = request.form();
        return switch (operation(request)) {
            case "GetCallerIdentity" -> identity(account.caller(request));
            case "AssumeRole" ->
                credentials(form.getOrDefault("RoleArn", ""), form.getOrDefault("RoleSessionName", ""));
            default -> throw new UnknownCallException(operation(request));
        };
    }

    @Override
    public AwsResponse fault(AwsFault fault) {
        return Xml.fault(fault);
    }

    private static AwsResponse identity(String caller) {
        return new Xml()
                .text("Arn", caller)
                .text("UserId", "AIDAREHEARSAL")
                .text("Account", Account.ID)
                .response(NAMESPACE, "GetCallerIdentity");
    }

    private AwsResponse credentials(String role, String session) {
        String key = account.keyOf(role);
        Xml credentials = new Xml()
                .text("AccessKeyId", key)
                .text("SecretAccessKey", "made-up")
                .text("SessionToken", "made-up")
                // It outlives every rehearsal; the clock of this machine does not matter.
                .text("Expiration", "2099-01-01T00:00:00Z");
        Xml user = new Xml()
                .text("AssumedRoleId", "AROAREHEARSAL:" + session)
                .text("Arn", role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/" + session);
        return new Xml()
                .element("Credentials", credentials)
                .element("AssumedRoleUser", user)
                .response(NAMESPACE, "AssumeRole");
    }
}
