package io.crowdchart.lambda.song;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the words around a title are in a language.
 *
 * @param by the words between a title and its artist
 * @param plainBy those of them that hardly ever stand in a title
 * @param notArtists words that begin what is no artist: "stand by me", "down by the river"
 * @param articles the words that may be missing before a title, or be too much
 * @param carriers words that may lead to a title: "the song hello"
 * @param numbers its number words, if it is not English
 */
record Language(
        Set<String> by,
        Set<String> plainBy,
        Set<String> notArtists,
        List<String> articles,
        Set<String> carriers,
        Optional<NumberWords> numbers) {

    private static final Set<String> NOT_ARTISTS = words(
            "me you him her it us them myself yourself my your his our their its this that these those now then night day "
                    + "dawn design default far mistake myself a an");
    /** "Down by the river" has no artist either. */
    private static final Set<String> PLACES =
            words("river sea ocean fire fireside window water waters way light lights moon "
                    + "book books number numbers sword gun hand hands wall road roadside lake bay side pool rule rules moment hour "
                    + "minute day night time grace door gate tree trees beach");

    private static final Set<String> ENGLISH_CARRIERS = words("the this that my a song track tune single called named");

    private static final Map<String, Language> KNOWN = new ConcurrentHashMap<>();

    static Language of(Locale locale) {
        return KNOWN.computeIfAbsent(locale.getLanguage(), any -> made(locale));
    }

    private static Language made(Locale locale) {
        return switch (locale.getLanguage()) {
            case "de" ->
                of(
                        locale,
                        "von",
                        "von",
                        "mir dir uns euch ihm ihr ihnen der die das dem den einem einer hier "
                                + "heute gestern allein vorn oben unten",
                        "der die das ein eine",
                        "das der die lied song titel");
            case "es" -> of(locale, "de por", "", "", "el la los las un una", "la el cancion tema llamada llamado");
            case "fr" -> of(locale, "de par", "", "", "le la les l un une", "la le chanson titre morceau");
            case "it" -> of(locale, "di dei degli", "", "", "il lo la i gli le un una", "la il canzone brano");
            case "pt" -> of(locale, "de do da por dos das", "", "", "o a os as um uma", "a o musica cancao");
            default -> of(locale, "", "", "", "", "");
        };
    }

    private static Language of(
            Locale locale, String by, String plainBy, String notArtists, String articles, String carriers) {
        return new Language(
                words(by + " by"),
                words(plainBy + " by"),
                words(notArtists + " " + String.join(" ", NOT_ARTISTS)),
                List.copyOf(words(articles + " the a an")),
                words(carriers + " " + String.join(" ", ENGLISH_CARRIERS)),
                NumberWords.of(locale));
    }

    boolean isBy(String word) {
        return by.contains(word);
    }

    /**
     * Whether what follows a title is an artist, as far as words tell it.
     *
     * @param tail the word for "by" and what follows it
     */
    boolean isArtist(List<String> title, List<String> tail) {
        String first = tail.get(1);
        boolean sayingTwice = title.get(title.size() - 1).equals(first);
        boolean place = first.equals("the") && tail.size() > 2 && PLACES.contains(tail.get(2));
        return plainBy.contains(tail.get(0)) && !sayingTwice && !place && !notArtists.contains(first);
    }

    /** How many words at the beginning only lead to the title; never all of them, and no lone article. */
    int carrierWords(List<String> words) {
        int count = 0;
        while (count < words.size() - 1 && carriers.contains(words.get(count))) {
            count++;
        }
        return count == 1 && articles.contains(words.get(0)) ? 0 : count;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }
}
