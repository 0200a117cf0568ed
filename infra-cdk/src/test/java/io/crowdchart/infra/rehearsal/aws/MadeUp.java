package io.crowdchart.infra.rehearsal.aws;

import java.util.Locale;
import java.util.Map;

/** Names for resources that ask for none, and their attributes: of the documented form where somebody reads them. */
final class MadeUp {

    /** The property that names a resource, where there is one. */
    static final Map<String, String> NAME_PROPERTIES = Map.of(
            "AWS::S3::Bucket", "BucketName",
            "AWS::IAM::Role", "RoleName",
            "AWS::SSM::Parameter", "Name",
            "AWS::Lambda::Function", "FunctionName",
            "AWS::Logs::LogGroup", "LogGroupName",
            "AWS::ElastiCache::ServerlessCache", "ServerlessCacheName",
            "AWS::ElastiCache::User", "UserId",
            "AWS::ElastiCache::UserGroup", "UserGroupId",
            "AWS::ECS::Cluster", "ClusterName");

    private MadeUp() {}

    static String name(String stack, String logicalId) {
        return stack + "-" + logicalId + "-MADEUP";
    }

    /** What {@code Ref} gives for a resource with this name. */
    static String id(String type, String name) {
        return switch (type) {
            case "AWS::SNS::Topic" -> arn("sns", name);
            case "AWS::MSK::Cluster" -> arn("kafka", "cluster/" + name + "/0-1");
            case "AWS::MSK::Configuration" -> arn("kafka", "configuration/" + name + "/0-1");
            case "AWS::SecretsManager::Secret" -> arn("secretsmanager", "secret:" + name + "-MADEUP");
            case "AWS::ECS::TaskDefinition" -> arn("ecs", "task-definition/" + name + ":1");
            case "AWS::ECS::Service" -> arn("ecs", "service/" + name);
            case "AWS::Lambda::Version" -> arn("lambda", "function:" + name + ":1");
            default -> name;
        };
    }

    static String attribute(String type, String id, String attribute) {
        if (attribute.endsWith("Arn") && id.startsWith("arn:")) {
            return id;
        }
        if (attribute.endsWith("Port")) {
            return "6379";
        }
        if (attribute.endsWith("Address")) {
            return id.toLowerCase(Locale.ROOT) + ".example.org";
        }
        return switch (type + " " + attribute) {
            case "AWS::IAM::Role Arn" -> "arn:aws:iam::" + Account.ID + ":role/" + id;
            case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + id;
            case "AWS::Lambda::Function Arn" -> arn("lambda", "function:" + id);
            case "AWS::Lambda::Version Version", "AWS::MSK::Configuration LatestRevision.Revision" -> "1";
            case "AWS::Logs::LogGroup Arn" -> arn("logs", "log-group:" + id + ":*");
            default ->
                attribute.equals("Arn")
                        ? arn(type.split("::", -1)[1].toLowerCase(Locale.ROOT), id)
                        : id + "-" + attribute.replace('.', '-');
        };
    }

    static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + Account.REGION + ":" + Account.ID + ":" + rest;
    }
}
