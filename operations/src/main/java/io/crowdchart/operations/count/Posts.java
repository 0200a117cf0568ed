package io.crowdchart.operations.count;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * What every post says, in about 50 bytes a post: of its key only 127 bits of a hash are kept. Not safe for use by many
 * threads.
 */
final class Posts {

    private static final int CHUNK = 1 << 12;
    /** Half of the hash, and the vote. */
    private static final int INTS = 6;

    private final MessageDigest digest;
    private final LongTable numbers = new LongTable();
    private final List<int[]> chunks = new ArrayList<>();
    private int size;

    Posts() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The numbers of a voter, and of the lines in which the vote counts; or no vote, with one of the words below. */
    record Vote(int voter, int allTime, int daily, int hourly) {

        /** Nothing is known of the post. */
        static final Vote UNKNOWN = new Vote(-1, 0, 0, 0);

        /** The post does not vote. */
        static final Vote NONE = new Vote(-2, 0, 0, 0);

        /** The post says something that nobody can read, and nothing is known of what it said before. */
        static final Vote UNREADABLE = new Vote(-3, 0, 0, 0);

        boolean isVote() {
            return voter >= 0;
        }
    }

    /** The number of a post in a partition, from 0 on; a new one is {@link Vote#UNKNOWN}. */
    int numberOf(int partition, byte[] key) {
        digest.update((byte) partition);
        // Two keys that KSQL reads as the same text are one.
        ByteBuffer hash = ByteBuffer.wrap(
                digest.digest(new String(key, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
        long first = hash.getLong() >>> 1;
        int high = hash.getInt();
        int low = hash.getInt();
        while (true) {
            int known = numbers.get(first);
            if (known == 0) {
                return add(first, high, low);
            }
            int[] chunk = chunk(known - 1);
            int place = place(known - 1);
            if (chunk[place] == high && chunk[place + 1] == low) {
                return known - 1;
            }
            // Half a hash in common.
            first = (first + 1) & Long.MAX_VALUE;
        }
    }

    Vote vote(int post) {
        int[] chunk = chunk(post);
        int place = place(post);
        return new Vote(chunk[place + 2], chunk[place + 3], chunk[place + 4], chunk[place + 5]);
    }

    void set(int post, Vote vote) {
        int[] chunk = chunk(post);
        int place = place(post);
        chunk[place + 2] = vote.voter();
        chunk[place + 3] = vote.allTime();
        chunk[place + 4] = vote.daily();
        chunk[place + 5] = vote.hourly();
    }

    private int add(long first, int high, int low) {
        int post = size;
        size++;
        if (place(post) == 0) {
            chunks.add(new int[CHUNK * INTS]);
        }
        chunk(post)[place(post)] = high;
        chunk(post)[place(post) + 1] = low;
        set(post, Vote.UNKNOWN);
        // From 1 on, since 0 is nothing.
        numbers.add(first, size);
        return post;
    }

    private int[] chunk(int post) {
        return chunks.get(post / CHUNK);
    }

    private static int place(int post) {
        return post % CHUNK * INTS;
    }
}
