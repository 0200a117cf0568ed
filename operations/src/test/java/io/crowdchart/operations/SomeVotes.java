package io.crowdchart.operations;

import io.crowdchart.model.song.Song;
import io.crowdchart.model.vote.Vote;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Votes of the last hours and of a day that is long over, at random. */
public final class SomeVotes {

    /** Songs, of which the first is voted for by many. */
    public static final List<String> TITLES = List.of("July", "Hey Jude", "千本桜", "Say \"Hi\" 🎸", "Été", "!!!");

    private SomeVotes() {}

    /** So many posts, some of them taken back; the seed is printed. */
    public static Map<String, @Nullable Vote> ofPosts(int posts) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SomeVotes: -Dseed=" + seed);
        Random random = new Random(seed);
        Instant now = Instant.now();
        Map<String, @Nullable Vote> votes = new LinkedHashMap<>();
        for (int post = 0; post < posts; post++) {
            Duration age = random.nextInt(5) == 0 ? Duration.ofDays(30) : Duration.ofMinutes(random.nextInt(600));
            String title = random.nextInt(3) == 0 ? TITLES.get(0) : TITLES.get(random.nextInt(TITLES.size()));
            votes.put(
                    "post " + post,
                    post > 10 && random.nextInt(20) == 0
                            ? null
                            : vote("voter " + random.nextInt(posts / 2), title, now.minus(age)));
        }
        return votes;
    }

    /** One vote. */
    public static Vote vote(String voter, String title, Instant at) {
        return Vote.cast(voter, Song.named(title).orElseThrow(), at, ZoneOffset.UTC);
    }
}
