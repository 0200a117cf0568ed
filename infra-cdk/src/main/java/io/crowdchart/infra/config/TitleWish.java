package io.crowdchart.infra.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which titles the skill says.
 *
 * @param profanity what becomes of titles with profanity
 * @param catalogue the file with the titles that are said, one a line; with {@link Profanity#CATALOGUE}, and only then
 */
public record TitleWish(Profanity profanity, Optional<Path> catalogue) {

    /** What becomes of titles with profanity, by the names that the skill knows in small letters. */
    public enum Profanity {
        HIDE,
        BLEEP,
        CATALOGUE,
        OFF
    }
}
