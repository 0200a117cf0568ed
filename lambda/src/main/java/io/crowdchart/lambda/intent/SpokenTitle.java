package io.crowdchart.lambda.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A title as people say it: perhaps with its artist, "July by Noah Cyrus". */
final class SpokenTitle {

    private static final Pattern BY_ARTIST = Pattern.compile("(.*\\S)\\s+by\\s.*", Pattern.CASE_INSENSITIVE);

    private SpokenTitle() {}

    /** What is before the last "by"; nothing if there is none. */
    static Optional<String> withoutArtist(String heard) {
        Matcher matcher = BY_ARTIST.matcher(heard);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
