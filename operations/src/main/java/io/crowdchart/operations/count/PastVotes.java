package io.crowdchart.operations.count;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The votes that lines had a while ago. Not safe for use by many threads. */
final class PastVotes {

    private final Deque<Past> all = new ArrayDeque<>();
    private final Map<Integer, Deque<Past>> byLine = new HashMap<>();

    /** What a line had until then. */
    private record Past(int line, long votes, long until) {}

    /** Notes what a line has no longer; the moments must not go back. */
    void note(int line, long votes, long until) {
        var past = new Past(line, votes, until);
        all.add(past);
        byLine.computeIfAbsent(line, any -> new ArrayDeque<>()).add(past);
    }

    /** Forgets what was over before a moment. */
    void forgetBefore(long moment) {
        while (!all.isEmpty() && all.getFirst().until() < moment) {
            int line = all.removeFirst().line();
            @Nullable Deque<Past> pasts = byLine.get(line);
            if (pasts != null) {
                pasts.removeFirst();
                if (pasts.isEmpty()) {
                    byLine.remove(line);
                }
            }
        }
    }

    /** All that a line had, and what it has now. */
    VoteRange range(int line, long now) {
        VoteRange range = VoteRange.of(now);
        @Nullable Deque<Past> pasts = byLine.get(line);
        if (pasts != null) {
            for (Past past : pasts) {
                range = range.with(past.votes());
            }
        }
        return range;
    }
}
