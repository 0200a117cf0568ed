package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import io.crowdchart.model.song.SongKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of a title that people take for all of it: "Single Ladies" of "Single Ladies (Put A Ring On It)", a side of a
 * double single, the title where the artist was written beside it.
 */
final class TitleParts {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[{]([^)\\]}]*)[)\\]}]");
    private static final Pattern SIDES =
            Pattern.compile("\\s*/\\s*|\\s+[-–—]\\s+|\\s+by\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOLLAR = Pattern.compile("(?<=\\p{L})\\$|\\$(?=\\p{L})");

    /** Without any of them a title has no parts. */
    private static final List<String> SIGNS = List.of("(", "[", "{", "/", " - ", " – ", " — ", " by ", " By ", " BY ");

    private static final int SHORTEST_SIDE = 4;
    private static final int SHORTEST_ASIDE = 8;

    private TitleParts() {}

    /** The key of a whole title, with "$" read as the letter it stands for. */
    static String key(Song song) {
        return song.title().indexOf('$') < 0
                ? song.key()
                : SongKey.of(DOLLAR.matcher(song.title()).replaceAll("s"));
    }

    /** The keys of the parts of a title; none if it has no parts. */
    static Set<String> of(Song song) {
        String title = song.title();
        if (SIGNS.stream().noneMatch(title::contains)) {
            return Set.of();
        }
        Set<String> parts = new LinkedHashSet<>();
        Matcher brackets = BRACKETS.matcher(title);
        String outside = brackets.replaceAll(" ");
        if (!outside.equals(title)) {
            add(parts, outside, 1);
            brackets.reset();
            while (brackets.find()) {
                add(parts, brackets.group(1), SHORTEST_ASIDE);
            }
        }
        String[] sides = SIDES.split(outside);
        if (sides.length > 1) {
            Stream.of(sides).forEach(side -> add(parts, side, SHORTEST_SIDE));
        }
        parts.remove(song.key());
        return parts;
    }

    private static void add(Set<String> parts, String part, int atLeast) {
        String key = SongKey.of(part);
        if (key.length() >= atLeast) {
            parts.add(key);
        }
    }
}
