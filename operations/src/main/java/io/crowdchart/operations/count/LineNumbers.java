package io.crowdchart.operations.count;

import io.crowdchart.model.topic.Topic;
import java.util.Arrays;

/** Gives every line a number, from 0 on, the same one again for the same line. Not safe for use by many threads. */
public final class LineNumbers {

    private final Numbered<Window> windows = new Numbered<>();
    private final Numbered<String> songs = new Numbered<>();
    private final LongTable numbers = new LongTable();
    private long[] lines = new long[1 << 10];
    private int size;

    private record Window(Topic ranking, String name) {}

    /** The number of a line, a new one if it has none. */
    public int numberOf(Line line) {
        long pair = pair(windows.numberOf(new Window(line.ranking(), line.window())), songs.numberOf(line.song()));
        int known = numbers.get(pair);
        if (known > 0) {
            return known - 1;
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size + size / 2);
        }
        lines[size] = pair;
        size++;
        // From 1 on, since 0 is nothing.
        return numbers.add(pair, size) - 1;
    }

    /** The number that a line has; -1 if it has none. */
    public int findNumberOf(Line line) {
        int window = windows.findNumberOf(new Window(line.ranking(), line.window()));
        int song = songs.findNumberOf(line.song());
        return window < 0 || song < 0 ? -1 : numbers.get(pair(window, song)) - 1;
    }

    /** The line of a number that was given. */
    public Line at(int number) {
        Window window = windows.at((int) (lines[number] >>> Integer.SIZE));
        return new Line(window.ranking(), window.name(), songs.at((int) lines[number]));
    }

    /** How many numbers were given. */
    public int size() {
        return size;
    }

    private static long pair(int window, int song) {
        return ((long) window << Integer.SIZE) | song;
    }
}
