package io.crowdchart.local.faults;

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
                        PoisonFaults.all(stage),
                        TopicRecreated.all(stage))
                .flatMap(List::stream)
                .toList();
    }

    /** The faults that were asked for, or as many as were asked for, each once before one comes again. */
    static List<Fault> of(Stage stage, FaultSettings settings, Random random) {
        List<Fault> all = all(stage);
        if (!settings.only().isEmpty()) {
            Map<String, Fault> named = all.stream().collect(Collectors.toMap(Fault::name, Function.identity()));
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
