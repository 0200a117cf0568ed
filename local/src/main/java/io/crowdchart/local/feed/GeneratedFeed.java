package io.crowdchart.local.feed;

import java.util.List;
import java.util.Map;

/**
 * A feed with the truth about it.
 *
 * @param lines its events, in order
 * @param voters how many people vote for a song at the end, by the song's title as printed; songs without voters are missing
 */
public record GeneratedFeed(List<String> lines, Map<String, Integer> voters) {

    public GeneratedFeed {
        lines = List.copyOf(lines);
        voters = Map.copyOf(voters);
    }

    /** The feed to play. */
    public Feed feed(String name) {
        return new Feed(name, lines.stream().map(FeedEvent::read).toList());
    }
}
