package io.crowdchart.operations.doctor;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.deadletter.DeadLetter;
import io.crowdchart.operations.deadletter.LetterBox;
import io.crowdchart.operations.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Records that were put aside, with their reasons. */
final class DeadLettersCheck implements Check {

    private static final int REASONS_SHOWN = 3;

    private final Supplier<KafkaView> kafka;
    private final KafkaClients clients;

    DeadLettersCheck(Supplier<KafkaView> kafka, KafkaClients clients) {
        this.kafka = kafka;
        this.clients = clients;
    }

    @Override
    public String link() {
        return "dead letters";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KAFKA);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        Set<String> there = kafka.get()
                .topicIds(LetterBox.TOPICS.stream().map(Topic::topicName).toList())
                .keySet();
        LetterBox box = LetterBox.open(clients);
        List<Finding> findings = new ArrayList<>();
        for (Topic topic : LetterBox.TOPICS) {
            findings.add(
                    there.contains(topic.topicName())
                            ? count(box, topic)
                            : Finding.notAsked(link(), "there is no topic " + topic.topicName()));
        }
        return findings;
    }

    private Finding count(LetterBox box, Topic topic) throws InterruptedException {
        var all = new AtomicLong();
        Map<String, Long> open = new HashMap<>();
        boolean complete = kafka.get().read(topic.topicName(), record -> {
            DeadLetter letter = DeadLetter.of(record);
            all.incrementAndGet();
            if (box.isOpen(letter)) {
                open.merge(letter.reason(), 1L, Long::sum);
            }
        });
        long openCount = open.values().stream().mapToLong(Long::longValue).sum();
        if (!complete) {
            return Finding.warning(
                    link(),
                    topic.topicName() + ": at least " + openCount + " open of at least " + all
                            + (openCount == 0 ? "" : ": " + reasons(open)),
                    "They could not all be read within seconds; scripts/chart dead-letters reads all");
        }
        if (openCount == 0) {
            return Finding.ok(
                    link(), topic.topicName() + ": " + (all.get() == 0 ? "none" : all + ", all of them settled"));
        }
        return Finding.warning(
                link(),
                topic.topicName() + ": " + openCount + " open of " + all + ": " + reasons(open),
                "scripts/chart dead-letters shows them; when the cause is mended, --replay gives them back");
    }

    private static String reasons(Map<String, Long> open) {
        String shown = open.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_SHOWN)
                .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                .collect(Collectors.joining("; "));
        return open.size() > REASONS_SHOWN ? shown + "; " + (open.size() - REASONS_SHOWN) + " other reasons" : shown;
    }
}
