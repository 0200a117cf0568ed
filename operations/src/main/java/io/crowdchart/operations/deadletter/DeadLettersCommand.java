package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.kafka.KafkaClients;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/chart dead-letters}: shows records that a step put aside, and gives them back. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Shows the records that the sink or the aggregation could not use, without what is in them; with"
                + " --replay gives them back to the topics they come from, after what was wrong is repaired.")
public final class DeadLettersCommand implements Callable<Integer> {

    private static final Pattern OFFSET = Pattern.compile("(?:(\\d{1,9}):)?(\\d{1,18})");

    private static final int SHOWN = 20;

    private final Surroundings surroundings;
    private final Screen screen;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Only those in this topic: chart_dead_letters or ksql_dead_letters.")
    private @Nullable String topic;

    @Option(
            names = "--offset",
            paramLabel = "OFFSET",
            split = ",",
            description =
                    "Only the one at this offset of the topic; may be given several times. PARTITION:OFFSET where the"
                            + " topic has more than one partition.")
    private List<String> offsets = List.of();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description =
                    "How many to show, the newest (default: " + SHOWN + "); not with --replay, which gives back all.")
    private @Nullable Integer limit;

    @Option(names = "--content", description = "Show keys and values too. They may hold what people wrote.")
    private boolean content;

    @Option(
            names = "--replay",
            description = "Give them back. A record whose topic has a newer one of the same key is left alone; what was"
                    + " replayed once is not replayed again.")
    private boolean replay;

    public DeadLettersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit != null && limit < 1) {
            throw new WrongUseException("--limit is at least 1, was " + limit);
        }
        if (limit != null && replay) {
            throw new WrongUseException("--limit and --replay exclude each other; --offset says which to give back");
        }
        var selection = selection();
        var clients =
                new KafkaClients(cluster.config(surroundings.environment()).requiredKafka());
        return replay ? replay(clients, selection) : show(clients, selection, limit == null ? SHOWN : limit);
    }

    private int show(KafkaClients clients, Selection selection, int most) {
        var box = LetterBox.open(clients);
        keep(box);
        Set<Place> found = new HashSet<>();
        var lines = new LetterLines(content);
        Deque<DeadLetter> newest = new ArrayDeque<>();
        var all = new AtomicLong();
        var open = new AtomicLong();
        for (Topic shown : selection.topics()) {
            Deque<DeadLetter> ofTopic = new ArrayDeque<>();
            box.read(List.of(shown), letter -> {
                if (selection.contains(letter)) {
                    all.incrementAndGet();
                    open.addAndGet(box.isOpen(letter) ? 1 : 0);
                    ofTopic.add(letter);
                    if (!selection.places().isEmpty()) {
                        found.add(letter.place());
                    }
                    if (ofTopic.size() > most) {
                        ofTopic.remove();
                    }
                }
            });
            newest.addAll(ofTopic);
        }
        selection.check(found);
        newest.stream()
                .sorted(Comparator.comparing(DeadLetter::at).reversed().thenComparing(DeadLetter::place))
                .limit(most)
                .forEach(letter -> lines.of(letter, box.isOpen(letter) ? "open" : "settled")
                        .forEach(screen::result));
        String notShown = all.get() > most ? "; the newest " + most + " are shown" : "";
        screen.result(Counted.of(all.get(), "dead letter") + ", " + open + " open" + notShown);
        return open.get() == 0 ? ExitStatus.GOOD : ExitStatus.DIFFERENT;
    }

    private void keep(LetterBox box) {
        try {
            box.keep();
        } catch (AuthorizationException e) {
            screen.progress("what is settled was not noted anew, and Kafka may forget it: " + e.getMessage());
        }
    }

    private int replay(KafkaClients clients, Selection selection) throws InterruptedException {
        Map<DeadLetter, Fate> fates = new Replay(clients, Pause.SLEEP).run(selection);
        var lines = new LetterLines(content);
        fates.entrySet().stream()
                .filter(settled -> settled.getValue() != Fate.REPLAY)
                .forEach(settled ->
                        lines.of(settled.getKey(), settled.getValue().words()).forEach(screen::result));
        Collection<Fate> all = fates.values();
        long replayed = all.stream().filter(fate -> fate == Fate.REPLAY).count();
        long lost = all.stream().filter(fate -> !fate.isGood()).count();
        screen.result(replayed + " replayed, " + (all.size() - replayed - lost) + " superseded, " + lost
                + " cannot be replayed; all of them are settled");
        return lost == 0 ? ExitStatus.GOOD : ExitStatus.DIFFERENT;
    }

    private Selection selection() {
        List<Topic> topics = LetterBox.TOPICS.stream()
                .filter(known -> topic == null || known.topicName().equals(topic))
                .toList();
        if (topics.isEmpty()) {
            throw new WrongUseException("--topic is one of "
                    + LetterBox.TOPICS.stream().map(Topic::topicName).toList() + ", was " + topic);
        }
        if (!offsets.isEmpty() && topic == null) {
            throw new WrongUseException("--offset needs --topic: each topic counts its own offsets");
        }
        Set<Place> places = offsets.stream()
                .map(offset -> place(topics.get(0).topicName(), offset))
                .collect(Collectors.toSet());
        return new Selection(topics, places);
    }

    private static Place place(String topic, String offset) {
        Matcher matcher = OFFSET.matcher(offset.strip());
        if (!matcher.matches()) {
            throw new WrongUseException("--offset is a number like 12, or 0:12 with the partition, was " + offset);
        }
        int partition = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return new Place(topic, partition, Long.parseLong(matcher.group(2)));
    }
}
