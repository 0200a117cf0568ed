package io.crowdchart.operations.count;

import java.util.function.ObjLongConsumer;

/** The votes of all lines at one moment of a {@link Recount}; it stays as it is when the recount goes on. */
public final class Count {

    private final Numbered<Line> lines;
    private final int[] votes;

    Count(Numbered<Line> lines, int[] votes) {
        this.lines = lines;
        this.votes = votes;
    }

    /** The votes of a line; 0 if nobody votes for it. */
    public long votes(Line line) {
        int number = lines.findNumberOf(line);
        return number < 0 || number >= votes.length ? 0 : votes[number];
    }

    /** Shows every line that the recount knew at that moment, those without votes too. */
    public void forEach(ObjLongConsumer<Line> visitor) {
        for (int number = 0; number < votes.length; number++) {
            visitor.accept(lines.at(number), votes[number]);
        }
    }
}
