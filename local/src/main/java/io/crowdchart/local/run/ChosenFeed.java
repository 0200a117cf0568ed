package io.crowdchart.local.run;

import io.crowdchart.local.feed.Feed;
import io.crowdchart.local.feed.FeedGenerator;
import io.crowdchart.local.pipeline.DataFolder;
import io.crowdchart.local.pipeline.DataFolder.PlayedFeed;
import io.crowdchart.local.pipeline.StartException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The feed of a run: the user's file, the built-in one, or the public network. A kept folder goes on with the feed it knows:
 * another one could lie in the past of what was read already, and would be passed over without a word.
 *
 * @param feed what to play; empty: the public network plays
 */
record ChosenFeed(Optional<Feed> feed) {

    private static final String NETWORK = "the public network";
    private static final String BUILT_IN = "the built-in feed";
    private static final long SEED = 1;
    private static final int EVENTS = 2_400;
    private static final Duration SPAN = Duration.ofMinutes(20);

    /**
     * Chooses, and notes the choice in the folder.
     *
     * @throws StartException if the folder was kept with another feed
     */
    static ChosenFeed of(RunSettings settings, Optional<Feed> given, DataFolder folder, Clock clock) {
        Optional<PlayedFeed> before = folder.playedFeed();
        long startMillis = before.map(PlayedFeed::startMillis).orElseGet(clock::millis);
        Optional<Feed> feed = settings.live()
                ? Optional.empty()
                : given.or(() -> Optional.of(builtIn(settings, Instant.ofEpochMilli(startMillis))));
        String votes = "#" + settings.hashtag() + " in " + settings.zone();
        PlayedFeed now = new PlayedFeed(
                feed.map(Feed::name).orElse(NETWORK) + " under " + votes,
                feed.map(Feed::fingerprint).orElse("live") + " " + votes,
                startMillis);
        before.filter(known -> !known.fingerprint().equals(now.fingerprint())).ifPresent(known -> {
            throw new StartException("--keep: this folder goes with " + known.name() + ", not with " + now.name()
                    + "; take another folder");
        });
        folder.playedFeed(now);
        return new ChosenFeed(feed);
    }

    /** Its events lie in the last minutes before the start, but none before today, so that today has a chart. */
    private static Feed builtIn(RunSettings settings, Instant start) {
        ZoneId zone = settings.zone();
        Instant midnight = LocalDate.ofInstant(start, zone).atStartOfDay(zone).toInstant();
        Instant first = start.minus(SPAN).isBefore(midnight) ? midnight : start.minus(SPAN);
        return FeedGenerator.generate(SEED, EVENTS, settings.hashtag(), first, Duration.between(first, start))
                .feed(BUILT_IN);
    }
}
