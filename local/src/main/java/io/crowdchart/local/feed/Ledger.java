package io.crowdchart.local.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The generator's books: which posts there are, by whom, and for which song they vote. */
final class Ledger {

    /** The song of a post that votes for none. */
    static final int NO_SONG = -1;

    private final Map<String, Post> posts = new HashMap<>();
    private final List<String> rkeys = new ArrayList<>();

    /** A post as it is now. */
    record Post(String author, String rkey, int song) {}

    void put(Post post) {
        if (posts.put(post.rkey(), post) == null) {
            rkeys.add(post.rkey());
        }
    }

    void remove(Post post) {
        posts.remove(post.rkey());
    }

    /** A post that there still is; nothing if the first look finds a deleted one. */
    Optional<Post> any(Random random) {
        return rkeys.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(posts.get(rkeys.get(random.nextInt(rkeys.size()))));
    }

    /** How many people vote for each song, by its title. */
    Map<String, Integer> voters(SongPool songs) {
        Map<String, Set<String>> voters = new HashMap<>();
        for (Post post : posts.values()) {
            if (post.song() != NO_SONG) {
                voters.computeIfAbsent(songs.title(post.song()), title -> new HashSet<>())
                        .add(post.author());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        voters.forEach((title, people) -> counts.put(title, people.size()));
        return counts;
    }
}
