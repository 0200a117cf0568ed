package io.crowdchart.lambda.song;

import io.crowdchart.model.song.SongKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Alexa heard where a song was expected: a title, perhaps with its artist behind it, numbers as words or digits. */
public final class Heard {

    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Language language;

    private Heard(String text, Language language) {
        this.language = language;
        String key = SongKey.of(text);
        if (!key.isEmpty()) {
            List<String> words = Arrays.asList(key.split(" ", -1));
            add(words, true);
            language.numbers().ifPresent(numbers -> add(numbers.inDigits(words), true));
            addWithoutArtist(words);
            addWithoutCarrier(words);
        }
        Kana.inLatin(text).stream()
                .map(SongKey::of)
                .filter(latin -> !latin.isEmpty())
                .forEach(latin -> add(Arrays.asList(latin.split(" ", -1)), false));
    }

    /**
     * The canonical keys to look for in the chart; a song that has one of them was meant for certain, the first before the
     * others. No index of titles is needed for them.
     *
     * @param text what was heard
     * @param locale in which language
     * @return at most three keys; none if nothing was heard
     */
    public static List<String> keys(String text, Locale locale) {
        return readings(text, locale).stream()
                .filter(Reading::sure)
                .map(Reading::key)
                .toList();
    }

    /** All ways to understand what was heard, the likely ones first. */
    static List<Reading> readings(String text, Locale locale) {
        return List.copyOf(new Heard(text, Language.of(locale)).readings.values());
    }

    private void addWithoutArtist(List<String> words) {
        for (int at = words.size() - 2; at > 0; at--) {
            if (language.isBy(words.get(at))) {
                List<String> title = words.subList(0, at);
                add(title, language.isArtist(title, words.subList(at, words.size())));
            }
        }
    }

    private void addWithoutCarrier(List<String> words) {
        int title = language.carrierWords(words);
        if (title > 0) {
            add(words.subList(title, words.size()), false);
        }
    }

    private void add(List<String> words, boolean sure) {
        String key = String.join(" ", words);
        readings.putIfAbsent(key, new Reading(key, sure));
    }
}
