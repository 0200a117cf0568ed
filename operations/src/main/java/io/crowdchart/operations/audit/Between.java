package io.crowdchart.operations.audit;

import io.crowdchart.operations.count.Count;
import io.crowdchart.operations.count.Line;
import java.util.function.ObjLongConsumer;

/** Two counts of the votes; what was looked at between the two may be any number between theirs. */
final class Between {

    private final Count before;
    private final Count after;

    Between(Count before, Count after) {
        this.before = before;
        this.after = after;
    }

    Range votes(Line line) {
        return Range.of(before.votes(line), after.votes(line));
    }

    /** Shows every line that either count knows. */
    void forEach(LineVisitor visitor) {
        ObjLongConsumer<Line> both = (line, votes) -> visitor.visit(line, Range.of(before.votes(line), votes));
        // The later one knows all lines of the earlier one.
        after.forEach(both);
    }

    /** Is shown lines. */
    interface LineVisitor {
        void visit(Line line, Range votes);
    }

    /** The numbers that votes may have. */
    record Range(long least, long most) {

        static final Range NONE = new Range(0, 0);

        static Range of(long one, long other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }

        boolean contains(long votes) {
            return votes >= least && votes <= most;
        }

        boolean contains(double votes) {
            return votes >= least && votes <= most;
        }

        Range plus(Range other) {
            return new Range(least + other.least, most + other.most);
        }

        @Override
        public String toString() {
            if (least != most) {
                return least + " to " + most + " votes";
            }
            return most == 0 ? "none" : most + (most == 1 ? " vote" : " votes");
        }
    }
}
