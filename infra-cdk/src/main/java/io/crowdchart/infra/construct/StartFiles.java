package io.crowdchart.infra.construct;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * Files that a task finds in {@value #FOLDER} when it starts: a first container fetches them from S3. So public images do, and
 * nobody who deploys needs Docker.
 */
final class StartFiles extends Construct {

    /** Where the files are in every container of the task that reads them. */
    static final String FOLDER = "/files";

    /** Has bash, curl and the command line of AWS. */
    static final String AWS_IMAGE = "public.ecr.aws/aws-cli/aws-cli:2.31.37";

    private static final String VOLUME = "files";

    private final ContainerDefinition fetch;

    /**
     * What is fetched, and for whom.
     *
     * @param task what needs the files
     * @param files where they are here, by their names in the task
     * @param log where the first container writes to
     */
    record Props(FargateTaskDefinition task, Map<String, Path> files, LogDriver log) {}

    StartFiles(Construct scope, String id, Props props) {
        super(scope, id);
        props.task().addVolume(Volume.builder().name(VOLUME).build());
        StringBuilder script = new StringBuilder("set -eu");
        props.files().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(file -> {
            Asset asset = Asset.Builder.create(this, file.getKey())
                    .path(file.getValue().toString())
                    .build();
            grantRead(props.task(), asset);
            script.append("; aws s3 cp --only-show-errors ")
                    .append(asset.getS3ObjectUrl())
                    .append(' ')
                    .append(FOLDER)
                    .append('/')
                    .append(file.getKey());
        });
        fetch = props.task()
                .addContainer(
                        "Fetch",
                        ContainerDefinitionOptions.builder()
                                .containerName("fetch")
                                .image(ContainerImage.fromRegistry(AWS_IMAGE))
                                .entryPoint(List.of("/bin/bash", "-c"))
                                .command(List.of(script.toString()))
                                .essential(false)
                                .logging(props.log())
                                .build());
        fetch.addMountPoints(mount(false));
    }

    /** One object, and nothing else of the bucket. */
    private static void grantRead(FargateTaskDefinition task, Asset asset) {
        Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(task.getTaskRole())
                .actions(List.of("s3:GetObject"))
                .resourceArns(List.of(asset.getBucket().arnForObjects(asset.getS3ObjectKey())))
                .build());
    }

    /** Lets a container start after the files are there. */
    void giveTo(ContainerDefinition container) {
        container.addMountPoints(mount(true));
        container.addContainerDependencies(ContainerDependency.builder()
                .container(fetch)
                .condition(ContainerDependencyCondition.SUCCESS)
                .build());
    }

    private static MountPoint mount(boolean readOnly) {
        return MountPoint.builder()
                .sourceVolume(VOLUME)
                .containerPath(FOLDER)
                .readOnly(readOnly)
                .build();
    }
}
