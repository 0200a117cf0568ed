package io.crowdchart.infra.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be chosen about a deployment. Holds no secret.
 *
 * @param profile how large it is ({@code profile})
 * @param zones the availability zones that it is in; none where they are left to AWS ({@code availabilityZones})
 * @param cache what keeps the charts ({@code cacheEngine}, {@code cacheGibibytes})
 * @param kafka which Kafka the votes go through ({@code kafka}, {@code kafkaBootstrapServers}, {@code kafkaSecret},
 *     {@code kafkaSaslMechanism})
 * @param skillId the id that Alexa gave to the skill; without it nobody may call the function ({@code skillId})
 * @param votes which posts are votes ({@code hashtag}, {@code zone}, {@code jetstreamStart})
 * @param titles which titles are said ({@code profanity}, {@code catalogue})
 * @param alerts who is told of trouble ({@code alarmEmail}, {@code budget})
 * @param assets the files that are uploaded
 */
public record InfraConfig(
        Profile profile,
        List<String> zones,
        CacheChoice cache,
        KafkaChoice kafka,
        Optional<String> skillId,
        Votes votes,
        TitleWish titles,
        Alerts alerts,
        ChartAssets assets) {

    /**
     * Which posts are votes.
     *
     * @param hashtag with which a post votes, without #
     * @param zone the time zone of the chart, an IANA name
     * @param start where the source begins when it has no place in the stream yet: now, earliest or a time
     */
    public record Votes(String hashtag, String zone, String start) {}

    /**
     * The configuration that a context describes; a blank value counts as missing.
     *
     * @param context gives the value of a key, empty where there is none
     * @throws IllegalArgumentException if something is missing or wrong; the message names every fault
     */
    public static InfraConfig from(Function<String, Optional<String>> context) {
        return new ContextReading(context).config();
    }
}
