package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who can reach whom. */
final class NetworkRules {

    private NetworkRules() {}

    /** Whoever comes in is a group, never an address. */
    static List<String> noIngressFromTheWorld(Templates templates) {
        var faults = new Faults();
        ingress(templates).forEach(rule -> {
            boolean fromAddresses = rule.has("CidrIp") || rule.has("CidrIpv6") || rule.has("SourcePrefixListId");
            faults.unless(!fromAddresses && rule.has("SourceSecurityGroupId"), "lets addresses in: " + rule);
        });
        faults.unless(
                templates.all("AWS::EC2::Subnet").stream()
                        .noneMatch(subnet ->
                                subnet.properties().path("MapPublicIpOnLaunch").asBoolean()),
                "a subnet gives everybody a public address");
        return faults.found();
    }

    private static List<JsonNode> ingress(Templates templates) {
        List<JsonNode> rules = new ArrayList<>();
        templates
                .all("AWS::EC2::SecurityGroup")
                .forEach(
                        group -> group.properties().path("SecurityGroupIngress").forEach(rules::add));
        templates.all("AWS::EC2::SecurityGroupIngress").forEach(rule -> rules.add(rule.properties()));
        return rules;
    }

    /** The cache, the brokers and the functions are where no route leads out; only the pipeline has public addresses. */
    static List<String> dataHasNoWayOut(Templates templates) {
        var faults = new Faults();
        Set<String> isolated = isolatedSubnets(templates);
        faults.unlessEqual(2, isolated.size(), "the number of subnets without a way out");
        faults.unless(templates.all("AWS::EC2::NatGateway").isEmpty(), "there is a NAT gateway");
        templates
                .all("AWS::ElastiCache::ServerlessCache")
                .forEach(cache ->
                        inside(faults, isolated, cache, cache.properties().path("SubnetIds")));
        templates
                .all("AWS::MSK::Cluster")
                .forEach(brokers -> inside(
                        faults,
                        isolated,
                        brokers,
                        brokers.properties().path("BrokerNodeGroupInfo").path("ClientSubnets")));
        templates.all("AWS::Lambda::Function").stream()
                .filter(function -> function.stack().endsWith("Skill"))
                .forEach(function -> inside(
                        faults,
                        isolated,
                        function,
                        function.properties().path("VpcConfig").path("SubnetIds")));
        return faults.found();
    }

    private static void inside(Faults faults, Set<String> isolated, Templates.Resource resource, JsonNode subnets) {
        List<String> where = Text.each(subnets);
        faults.unlessEqual(2, where.size(), "the number of subnets of " + resource);
        where.forEach(subnet -> faults.unless(
                isolated.stream().anyMatch(id -> subnet.contains("PublishOutputRef" + id)),
                resource + " is in " + subnet + ", which has a way out"));
    }

    private static Set<String> isolatedSubnets(Templates templates) {
        Set<String> open = templates.all("AWS::EC2::Route").stream()
                .map(route -> Text.of(route.properties().path("RouteTableId")))
                .collect(Collectors.toSet());
        return templates.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(pair -> !open.contains(Text.of(pair.properties().path("RouteTableId"))))
                .map(pair -> Text.of(pair.properties().path("SubnetId")).replaceAll("[<>]", ""))
                .collect(Collectors.toSet());
    }

    /** Everybody reaches what they need: a rule out has its rule in, on the port that is spoken. */
    static List<String> theWayOfAVoteIsOpen(Templates templates) {
        var faults = new Faults();
        faults.unless(open(templates, "NetworkFunctions", "NetworkCache", 6379), "the skill does not reach the charts");
        faults.unless(open(templates, "NetworkConnect", "NetworkCache", 6379), "the sink does not reach the charts");
        faults.unless(open(templates, "NetworkConnect", "NetworkConnect", 8083), "workers do not reach each other");
        if (templates.hasBrokers()) {
            faults.unless(open(templates, "NetworkConnect", "NetworkBrokers", 9098), "Connect does not reach Kafka");
            faults.unless(open(templates, "NetworkKsql", "NetworkBrokers", 9098), "KSQL does not reach Kafka");
        }
        for (String group : List.of("NetworkConnect", "NetworkKsql")) {
            Templates.Resource outward = templates.one("AWS::EC2::SecurityGroup", group);
            faults.unless(hasPort(outward, 443), group + " does not reach what it fetches");
            if (!templates.hasBrokers()) {
                faults.unless(hasPort(outward, 9092) && hasPort(outward, 9093), group + " does not reach its Kafka");
            }
        }
        return faults.found();
    }

    private static boolean hasPort(Templates.Resource group, int port) {
        for (JsonNode rule : group.properties().path("SecurityGroupEgress")) {
            if (covers(rule, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean open(Templates templates, String from, String to, int port) {
        return templates.all("AWS::EC2::SecurityGroupIngress").stream()
                        .map(Templates.Resource::properties)
                        .anyMatch(rule -> is(rule, "GroupId", to)
                                && is(rule, "SourceSecurityGroupId", from)
                                && covers(rule, port))
                && templates.all("AWS::EC2::SecurityGroupEgress").stream()
                        .map(Templates.Resource::properties)
                        .anyMatch(rule -> is(rule, "GroupId", from)
                                && is(rule, "DestinationSecurityGroupId", to)
                                && covers(rule, port));
    }

    private static boolean is(JsonNode rule, String field, String group) {
        return Text.of(rule.path(field)).startsWith("<" + group);
    }

    private static boolean covers(JsonNode rule, int port) {
        return rule.path("FromPort").asInt() <= port
                && port <= rule.path("ToPort").asInt();
    }
}
