package io.crowdchart.operations.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Says in one line why a command could not do its work. */
public final class Failure {

    private Failure() {}

    /**
     * What a failure says, and what the deepest cause of it says if that is more; of Kafka, where it was looked for.
     *
     * @param kafka the value of {@code kafka.bootstrap.servers}; empty: none is known
     */
    public static String line(Throwable failure, Optional<String> kafka) {
        Throwable deepest = causes(failure).reduce(failure, (one, next) -> next);
        String said = words(failure);
        String why = words(deepest);
        boolean ofKafka = causes(failure).anyMatch(KafkaException.class::isInstance);
        return said
                + (said.contains(why) ? "" : ": " + why)
                + kafka.filter(address -> ofKafka)
                        .map(address -> "; kafka.bootstrap.servers is " + address)
                        .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause);
    }

    private static String words(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .filter(line -> !line.isBlank())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }
}
