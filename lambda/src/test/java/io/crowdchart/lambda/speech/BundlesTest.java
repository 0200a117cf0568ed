package io.crowdchart.lambda.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All languages have the same messages, each in the forms of its own grammar. */
class BundlesTest {

    private static final Pattern CATEGORY = Pattern.compile("(.*)\\.(zero|one|two|few|many|other)");
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)\\}");

    /** A language may say a place as it likes, and a number of one without the number. */
    private static final Map<String, String> SAME_GAPS =
            Map.of("rank", "place", "ordinal", "place", "skipped", "place");

    private static final Set<String> OFTEN =
            Set.of("place.alone", "song.at", "song.votes", "top.intro", "question.next", "question.more", "goodbye");

    static Stream<String> languages() {
        return Bundles.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_language_has_the_messages_of_english(String language) {
        Set<String> own = families(language).keySet();
        Set<String> english = new TreeSet<>(families("en").keySet());
        // A language may say all numbers in digits.
        for (String words : Set.of("number", "ordinal")) {
            if (!own.contains(words + ".1")) {
                english.removeIf(key -> key.matches(words + "\\.\\d+"));
            }
        }

        assertThat(own).isEqualTo(english);
    }

    /** The gaps of the messages by their keys without plural categories and further wordings. */
    private static Map<String, Set<String>> families(String language) {
        Map<String, Set<String>> families = new TreeMap<>();
        Bundles.of(language)
                .forEach((key, text) -> families.computeIfAbsent(family(key), any -> new TreeSet<>())
                        .addAll(gaps(text)));
        return families;
    }

    private static String family(String key) {
        String base = key.replaceFirst("~\\d+$", "");
        return isCounted(base) ? CATEGORY.matcher(base).replaceFirst("$1.*") : base;
    }

    /** Other keys may end like a category, too. */
    private static boolean isCounted(String key) {
        Matcher category = CATEGORY.matcher(key);
        return category.matches() && Bundles.of("en").containsKey(category.group(1) + ".other");
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(gap -> SAME_GAPS.getOrDefault(gap.group(1), gap.group(1)))
                .filter(gap -> !gap.equals("count"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_wording_of_a_message_has_the_gaps_of_english(String language) {
        Map<String, Set<String>> english = families("en");

        assertThat(Bundles.of(language))
                .allSatisfy((key, text) -> assertThat(gaps(text)).as(key).isEqualTo(english.get(family(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_number_has_the_categories_of_its_language_and_no_other(String language) {
        Plural plural = Plural.of(Locale.forLanguageTag(language));
        Set<String> counts = categories(plural::ofCount);
        Set<String> places = categories(plural::ofPlace);
        Map<String, Set<String>> written = new TreeMap<>();
        Bundles.of(language).keySet().stream()
                .map(key -> key.replaceFirst("~\\d+$", ""))
                .filter(BundlesTest::isCounted)
                .map(CATEGORY::matcher)
                .filter(Matcher::matches)
                .forEach(key -> written.computeIfAbsent(key.group(1), any -> new TreeSet<>())
                        .add(key.group(2)));

        assertThat(written).isNotEmpty();
        assertThat(written)
                .allSatisfy((key, categories) ->
                        assertThat(categories).as(key).isEqualTo(key.equals("ordinal") ? places : counts));
    }

    private static Set<String> categories(LongFunction<String> category) {
        return LongStream.concat(LongStream.rangeClosed(0, 2_000), LongStream.of(1_000_000, 2_000_000))
                .mapToObj(category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void no_message_is_empty_and_further_wordings_are_counted_from_two(String language) {
        Map<String, String> messages = Bundles.of(language);

        assertThat(messages).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        messages.keySet().stream().filter(key -> key.contains("~")).forEach(key -> {
            String base = key.substring(0, key.indexOf('~'));
            int number = Integer.parseInt(key.substring(key.indexOf('~') + 1));
            assertThat(messages).containsKey(number == 2 ? base : base + "~" + (number - 1));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "en, 0, other",
        "en, 1, one",
        "en, 2, other",
        "de, 1, one",
        "de, 1000000, other",
        "es, 1, one",
        "es, 1000000, many",
        "es, 1000001, other",
        "es, 0, other",
        "fr, 0, one",
        "fr, 1, one",
        "fr, 2, other",
        "fr, 3000000, many",
        "it, 1, one",
        "it, 2000000, many",
        "pt, 0, one",
        "pt, 1, one",
        "pt, 2, other",
        "pt, 1000000, many",
        "ja, 1, other",
        "ja, 1000000, other"
    })
    void things_are_counted_by_the_rules_of_the_language(String language, long count, String category) {
        assertThat(Plural.of(Locale.forLanguageTag(language)).ofCount(count)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, one",
        "en, 11, other",
        "en, 21, one",
        "en, 22, two",
        "en, 112, other",
        "en, 23, few",
        "fr, 1, one",
        "fr, 21, other",
        "it, 8, many",
        "it, 11, many",
        "it, 80, many",
        "it, 800, many",
        "it, 3, other",
        "de, 1, other",
        "es, 1, other",
        "pt, 1, other",
        "ja, 1, other"
    })
    void places_are_counted_by_the_rules_of_the_language(String language, long place, String category) {
        assertThat(Plural.of(Locale.forLanguageTag(language)).ofPlace(place)).isEqualTo(category);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void there_is_more_than_one_wording_of_what_is_said_often(String language) {
        Map<String, String> messages = Bundles.of(language);
        List<String> often = messages.keySet().stream()
                .filter(key -> OFTEN.contains(family(key)) && !key.contains("~"))
                .toList();

        assertThat(often).hasSameSizeAs(OFTEN);
        assertThat(often).allSatisfy(key -> {
            assertThat(messages).containsKey(key + "~2");
            String first = Objects.requireNonNull(messages.get(key));
            String other = Objects.requireNonNull(messages.get(key + "~2"));
            assertThat(other).as(key).isNotEqualTo(first).matches(".*[.。?？]");
            assertThat(gaps(other)).as(key).isEqualTo(gaps(first));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_wording_of_what_is_said_often_is_said(String language) {
        ChartEntry entry = new ChartEntry(2, Song.named("July").orElseThrow(), 7);
        List<Function<Messages, String>> said = List.of(
                messages -> messages.alone(entry),
                messages -> messages.songAt(entry),
                messages -> messages.songVotes(entry),
                messages -> messages.topIntro(5),
                Messages::nextQuestion,
                Messages::goodbye);

        assertThat(said)
                .allSatisfy(message -> assertThat(IntStream.range(0, 6)
                                .mapToObj(variation ->
                                        Messages.in(Locale.forLanguageTag(language), variation, TitleRules.DEFAULT))
                                .map(message)
                                .distinct())
                        .hasSizeGreaterThan(1)
                        .noneMatch(text -> text.contains("{") || text.contains("}")));
    }
}
