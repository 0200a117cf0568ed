package io.crowdchart.local.faults;

import io.crowdchart.model.topic.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which faults a seed plays, in which order. */
final class Schedule {

    private Schedule() {}

    /** All faults that there are. */
    private static List<Fault> all(Stage stage) {
        return Stream.of(
                        MachineFaults.all(stage),
                        RedisFaults.all(stage),
                        NetworkFaults.all(stage),
                        PoisonFaults.all(stage))
                .flatMap(List::stream)
                .toList();
    }

    /** Faults that a seed does not draw: the operator's remedy for them is not there yet. */
    private static Stream<Fault> onlyByName(Stage stage) {
        return Stream.of(Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING)
                .map(topic -> new TopicRecreated(stage, topic));
    }

    /** The faults that were asked for, or as many as were asked for, each once before one comes again. */
    static List<Fault> of(Stage stage, FaultSettings settings, Random random) {
        List<Fault> all = all(stage);
        if (!settings.only().isEmpty()) {
            Map<String, Fault> named = Stream.concat(all.stream(), onlyByName(stage))
                    .collect(Collectors.toMap(Fault::name, Function.identity()));
            return settings.only().stream().map(name -> named(named, name)).toList();
        }
        List<Fault> drawn = new ArrayList<>();
        while (drawn.size() < settings.count()) {
            List<Fault> round = new ArrayList<>(all);
            Collections.shuffle(round, random);
            drawn.addAll(round);
        }
        return List.copyOf(drawn.subList(0, settings.count()));
    }

    private static Fault named(Map<String, Fault> faults, String name) {
        if (!faults.containsKey(name)) {
            throw new IllegalArgumentException("faults.only takes names out of " + faults.keySet() + ", was " + name);
        }
        return faults.get(name);
    }
}
