package io.crowdchart.local.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes a feed from a seed: votes in many spellings, second votes, edits, deletions, repeated events, noise and hostile
 * texts. It keeps its own books of who votes for what (see {@link Ledger}), so that the chart it announces does not depend
 * on the parser that the feed tests.
 */
public final class FeedGenerator {

    private static final List<String> FRAMES = List.of(
            "%s [%s]",
            "%s\n[%s]",
            "best night ever %s [%s] 🎶",
            "I can't get enough of it %s [%s] (and you?)",
            "%s my vote goes to [%s]!!",
            "😀 %s: [%s] [not this one]");
    private static final List<String> NOISE = List.of(
            "lovely morning",
            "new album out [today]",
            "%s what a keynote",
            "%s [] still thinking",
            "%s [   ]",
            "%s2026 [Not This Tag]",
            "%s ] [ ",
            "[citation needed]",
            "<speak>[nope]</speak>",
            "who is at the venue? [room 5] #Music");

    private final Random random;
    private final String hashtag;
    private final SongPool songs;
    private final Ledger ledger = new Ledger();
    private final List<String> lines = new ArrayList<>();
    private final int voters;
    private int posts;

    private FeedGenerator(long seed, int events, String hashtag) {
        this.random = new Random(seed);
        this.hashtag = hashtag;
        this.songs = SongPool.drawn(random, 40 + random.nextInt(160));
        this.voters = Math.max(3, events / 4);
    }

    /**
     * Makes a feed.
     *
     * @param seed decides everything but the times
     * @param events how many events
     * @param hashtag under which tag people vote
     * @param start the time of the first event
     * @param span the time from the first event to the last
     */
    public static GeneratedFeed generate(long seed, int events, String hashtag, Instant start, Duration span) {
        FeedGenerator generator = new FeedGenerator(seed, events, hashtag);
        long first = ChronoUnit.MICROS.between(Instant.EPOCH, start);
        long step = Math.max(1, span.toNanos() / 1_000 / events);
        for (int event = 0; event < events; event++) {
            generator.addEvent(first + event * step);
        }
        return new GeneratedFeed(generator.lines, generator.ledger.voters(generator.songs));
    }

    private void addEvent(long time) {
        int dice = random.nextInt(100);
        if (dice < 55) {
            addVote(time);
        } else if (dice < 65) {
            addDeletion(time);
        } else if (dice < 70) {
            addEdit(time);
        } else if (dice < 73) {
            addRepetition(time);
        } else {
            addNoise(time, dice);
        }
    }

    private void addVote(long time) {
        Ledger.Post post = random.nextInt(8) == 0 ? secondVote() : firstVote();
        ledger.put(post);
        lines.add(post(post, "create", voteText(post.song()), time));
    }

    private Ledger.Post firstVote() {
        return new Ledger.Post(voter(), newRkey(), songs.any(random));
    }

    private Ledger.Post secondVote() {
        return ledger.any(random)
                .filter(before -> before.song() != Ledger.NO_SONG)
                .map(before -> new Ledger.Post(before.author(), newRkey(), before.song()))
                .orElseGet(this::firstVote);
    }

    private void addDeletion(long time) {
        Ledger.Post post = ledger.any(random)
                .filter(known -> random.nextInt(4) > 0)
                .orElseGet(() -> new Ledger.Post(voter(), newRkey(), Ledger.NO_SONG));
        ledger.remove(post);
        lines.add(Envelope.deletion(post.author(), post.rkey(), time));
    }

    private void addEdit(long time) {
        ledger.any(random).ifPresentOrElse(before -> addEdit(before, time), () -> addVote(time));
    }

    private void addEdit(Ledger.Post before, long time) {
        boolean stillVotes = random.nextInt(3) > 0;
        Ledger.Post after =
                new Ledger.Post(before.author(), before.rkey(), stillVotes ? songs.any(random) : Ledger.NO_SONG);
        ledger.put(after);
        lines.add(post(after, "update", stillVotes ? voteText(after.song()) : noiseText(), time));
    }

    /** The network delivers at least once: the newest event comes again. */
    private void addRepetition(long time) {
        lines.add(lines.isEmpty() ? Envelope.identity(voter(), time) : lines.get(lines.size() - 1));
    }

    private void addNoise(long time, int dice) {
        switch (dice % 5) {
            case 0 -> lines.add(Envelope.like(voter(), newRkey(), time));
            case 1 -> lines.add(Envelope.identity(voter(), time));
            case 2 -> lines.add(Envelope.account(voter(), time));
            default -> {
                Ledger.Post post = new Ledger.Post(voter(), newRkey(), Ledger.NO_SONG);
                ledger.put(post);
                lines.add(post(post, "create", noiseText(), time));
            }
        }
    }

    private String post(Ledger.Post post, String operation, String text, long time) {
        Envelope.Tag tag = random.nextInt(10) < 7 ? Envelope.Tag.FACET : Envelope.Tag.UNMARKED;
        return Envelope.post(post.author(), post.rkey(), operation, text, tag, time);
    }

    private String voteText(int song) {
        return String.format(Locale.ROOT, anyOf(FRAMES), tag(), Spelling.any(songs.title(song), random));
    }

    private String noiseText() {
        return String.format(Locale.ROOT, anyOf(NOISE), tag());
    }

    private String tag() {
        return "#"
                + switch (random.nextInt(3)) {
                    case 0 -> hashtag.toLowerCase(Locale.ROOT);
                    case 1 -> hashtag.toUpperCase(Locale.ROOT);
                    default -> hashtag;
                };
    }

    private String anyOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String voter() {
        return "did:plc:" + name(random.nextInt(voters), 24);
    }

    private String newRkey() {
        return name(posts++, 13);
    }

    private static String name(int number, int length) {
        String digits = Integer.toString(number, 32);
        return ("0".repeat(length - digits.length()) + digits).replace('0', 'z').replace('1', 'y');
    }
}
