package io.crowdchart.infra;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A choice of profile, engine and Kafka. */
record Variant(String profile, String cacheEngine, String kafka) {

    /** What is deployed when nothing is chosen. */
    static final Variant USUAL = new Variant("small", "valkey", "msk");

    static List<Variant> all() {
        return Arrays.stream(new String[] {"small", "medium"})
                .flatMap(profile -> Arrays.stream(new String[] {"valkey", "redis"})
                        .flatMap(engine -> Arrays.stream(new String[] {"msk", "external"})
                                .map(kafka -> new Variant(profile, engine, kafka))))
                .toList();
    }

    /** As options {@code -c} of the command line. */
    Map<String, String> context() {
        Map<String, String> context = new HashMap<>(Map.of(
                "profile",
                profile,
                "cacheEngine",
                cacheEngine,
                "kafka",
                kafka,
                "skillId",
                "amzn1.ask.skill.0f6a1c6e-7a3e-4c0e-9b0e-1d2c3b4a5f60",
                "alarmEmail",
                "somebody@example.com",
                "budget",
                "300"));
        if (profile.equals("medium")) {
            context.put("profanity", "catalogue");
            context.put("catalogue", "src/test/catalogue.txt");
        }
        if (kafka.equals("external")) {
            context.put("kafkaBootstrapServers", "broker-1.example.com:9092,broker-2.example.com:9093");
            context.put("kafkaSecret", "crowd-chart/kafka");
        }
        return context;
    }

    @Override
    public String toString() {
        return String.join("-", profile, cacheEngine, kafka).toLowerCase(Locale.ROOT);
    }
}
