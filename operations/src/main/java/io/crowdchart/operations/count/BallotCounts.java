package io.crowdchart.operations.count;

import java.util.Arrays;

/**
 * How many posts stand behind each ballot, where a ballot is a number. A table of plain numbers: millions of ballots would
 * not fit into memory as objects.
 */
final class BallotCounts {

    private static final int FIRST_SIZE = 1 << 12;

    /** No ballot: lines and voters are numbered from 0. */
    private static final long FREE = -1;

    private long[] ballots = freeTable(FIRST_SIZE);
    private int[] counts = new int[FIRST_SIZE];
    private int used;

    private static long[] freeTable(int size) {
        long[] table = new long[size];
        Arrays.fill(table, FREE);
        return table;
    }

    /** Adds to the count of a ballot, and gives what it is now. A ballot keeps its place when none is left. */
    int add(long ballot, int posts) {
        int place = place(ballots, ballot);
        if (ballots[place] == FREE) {
            if (2 * (used + 1) > ballots.length) {
                grow();
                place = place(ballots, ballot);
            }
            ballots[place] = ballot;
            used++;
        }
        counts[place] += posts;
        return counts[place];
    }

    private void grow() {
        long[] largerBallots = freeTable(2 * ballots.length);
        int[] largerCounts = new int[2 * counts.length];
        for (int i = 0; i < ballots.length; i++) {
            if (ballots[i] != FREE) {
                int place = place(largerBallots, ballots[i]);
                largerBallots[place] = ballots[i];
                largerCounts[place] = counts[i];
            }
        }
        ballots = largerBallots;
        counts = largerCounts;
    }

    private static int place(long[] table, long ballot) {
        int mask = table.length - 1;
        int place = (int) ((ballot * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[place] != FREE && table[place] != ballot) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
