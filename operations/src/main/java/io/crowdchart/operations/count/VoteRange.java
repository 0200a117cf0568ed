package io.crowdchart.operations.count;

/**
 * The numbers that votes may have.
 *
 * @param least the smallest one
 * @param most the largest one
 */
public record VoteRange(long least, long most) {

    /** No votes. */
    public static final VoteRange NONE = new VoteRange(0, 0);

    /** Exactly so many votes. */
    public static VoteRange of(long votes) {
        return new VoteRange(votes, votes);
    }

    /** Whether votes may have this number. */
    public boolean contains(long votes) {
        return votes >= least && votes <= most;
    }

    /** Whether votes may have this number, which need not be a whole one. */
    public boolean contains(double votes) {
        return votes >= least && votes <= most;
    }

    /** This range, made large enough for one number more. */
    VoteRange with(long votes) {
        return new VoteRange(Math.min(least, votes), Math.max(most, votes));
    }

    /** The sum of two numbers of votes. */
    public VoteRange plus(VoteRange other) {
        return new VoteRange(least + other.least, most + other.most);
    }

    @Override
    public String toString() {
        if (least != most) {
            return least + " to " + most + " votes";
        }
        return most == 0 ? "none" : most + (most == 1 ? " vote" : " votes");
    }
}
