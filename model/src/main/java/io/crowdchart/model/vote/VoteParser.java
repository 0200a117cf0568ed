package io.crowdchart.model.vote;

import io.crowdchart.model.song.Song;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a vote from the text of a post: the post carries the hashtag as a whole tag, in any case, in its text or among its
 * tags, and names a song in square brackets: {@code #KafkaSummit [Hey Jude]}. The first pair of brackets counts.
 *
 * <p>Total: any text gives a {@link Reading}, none throws. Safe for use by many threads.
 */
public final class VoteParser {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final String hashtag;
    private final Pattern inText;

    /**
     * A parser for one hashtag.
     *
     * @param hashtag the tag, with or without a leading {@code #}: letters, digits and underscores
     * @throws IllegalArgumentException if it is anything else
     */
    public VoteParser(String hashtag) {
        String name = hashtag.startsWith("#") ? hashtag.substring(1) : hashtag;
        if (!TAG.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a hashtag is made of letters, digits and underscores, was '" + hashtag + "'");
        }
        this.hashtag = name;
        this.inText = Pattern.compile(
                "(?<![\\p{L}\\p{M}\\p{N}_&/])[#＃]" + Pattern.quote(name) + "(?![\\p{L}\\p{M}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Reads one post.
     *
     * @param text the text of the post
     * @param tags its tags without {@code #}, as far as the network tells them apart from the text
     */
    public Reading parse(String text, Collection<String> tags) {
        if (!isTagged(text, tags)) {
            return new Reading.NoVote(NoVoteReason.NO_HASHTAG);
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (!brackets.find()) {
            return new Reading.NoVote(NoVoteReason.NO_BRACKETS);
        }
        Optional<Song> song = Song.named(brackets.group(1));
        return song.<Reading>map(Reading.VoteFor::new).orElseGet(() -> new Reading.NoVote(NoVoteReason.BLANK_TITLE));
    }

    private boolean isTagged(String text, Collection<String> tags) {
        return tags.stream().anyMatch(hashtag::equalsIgnoreCase)
                || inText.matcher(text).find();
    }
}
