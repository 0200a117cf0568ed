package io.crowdchart.infra.rehearsal;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the image of Apache Kafka has, from the jars of this JVM. */
final class KafkaImage {

    /** The plugin brings its own; a worker that sees it elsewhere would prove nothing. */
    private static final List<String> NOT_IN_IT =
            List.of("crowdchart", "crowd-chart", "awscdk", "cdklabs", "jedis", "/target/", "aws-msk-iam-auth");

    private KafkaImage() {}

    /** A script that does what {@code connect-distributed.sh} does. */
    static String connectDistributed() {
        String classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> NOT_IN_IT.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // Kafka's own script puts these variables in the same places; the flags make a start on two cores shorter.
        return """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $KAFKA_HEAP_OPTS $KAFKA_LOG4J_OPTS \\
                  -cp "${CLASSPATH:-}:%s" org.apache.kafka.connect.cli.ConnectDistributed "$@"
                """.formatted(java, classPath);
    }
}
