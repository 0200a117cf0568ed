package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.song.SongKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a conversation keeps until the next question, in the attributes of its session. They travel through the device: whatever
 * is no memory of ours counts as forgotten.
 *
 * @param said the last answer, to be repeated
 * @param period the period whose chart was told last
 * @param song the canonical key of the song that was told last, if it was one
 * @param page the list that was read last
 * @param offer what "yes" answers
 */
record Memory(
        Optional<String> said,
        Optional<ChartPeriod> period,
        Optional<String> song,
        Optional<Page> page,
        Optional<Offer> offer) {

    /** A conversation that has just begun. */
    static final Memory NONE =
            new Memory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String SAID = "said";
    private static final String PERIOD = "period";
    private static final String SONG = "song";
    private static final String PAGE_PERIOD = "pagePeriod";
    private static final String PAGE_FROM = "pageFrom";
    private static final String PAGE_COUNT = "pageCount";
    private static final String OFFER = "offer";
    private static final String OFFER_MORE = "MORE";
    private static final String OFFER_SONGS = "SONGS";
    private static final String OFFERED = "offered";
    private static final String OFFERED_TOO = "offeredToo";
    private static final String ASKED = "asked";
    private static final String AGAINST = "against";

    /**
     * A part of a list.
     *
     * @param period of which chart
     * @param from the position of its first line, from 0
     * @param count how many songs were read
     */
    record Page(ChartPeriod period, int from, int count) {}

    static Memory in(Map<String, Object> attributes) {
        Optional<Page> page =
                text(attributes, PAGE_PERIOD).flatMap(ChartPeriod::named).flatMap(period -> page(period, attributes));
        return new Memory(
                text(attributes, SAID),
                text(attributes, PERIOD).flatMap(ChartPeriod::named),
                text(attributes, SONG),
                page,
                text(attributes, OFFER).flatMap(kind -> offer(kind, attributes)));
    }

    private static Optional<Offer> offer(String kind, Map<String, Object> attributes) {
        return switch (kind) {
            case OFFER_MORE -> Optional.of(new Offer.More());
            case OFFER_SONGS -> songs(attributes);
            default -> Optional.empty();
        };
    }

    private static Optional<Offer> songs(Map<String, Object> attributes) {
        Optional<String> first = key(attributes, OFFERED);
        List<String> keys = Stream.concat(first.stream(), key(attributes, OFFERED_TOO).stream())
                .toList();
        Optional<String> against = text(attributes, AGAINST);
        return text(attributes, ASKED)
                .flatMap(Memory::asked)
                .filter(asked -> first.isPresent() && (asked == Asked.COMPARISON) == against.isPresent())
                .map(asked -> new Offer.Songs(keys, asked, against));
    }

    private static Optional<Asked> asked(String name) {
        return Stream.of(Asked.values()).filter(any -> any.name().equals(name)).findFirst();
    }

    private static Optional<String> key(Map<String, Object> attributes, String name) {
        return text(attributes, name)
                .filter(key -> !key.isBlank() && SongKey.of(key).equals(key));
    }

    private static Optional<Page> page(ChartPeriod period, Map<String, Object> attributes) {
        OptionalInt first = number(attributes, PAGE_FROM);
        OptionalInt count = number(attributes, PAGE_COUNT);
        return first.isPresent() && count.isPresent() && count.getAsInt() <= Messages.MOST_NAMES
                ? Optional.of(new Page(period, first.getAsInt() - 1, count.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt number(Map<String, Object> attributes, String name) {
        return text(attributes, name).map(SpokenNumber::in).orElseGet(OptionalInt::empty);
    }

    private static Optional<String> text(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The same, with what was said. */
    Memory withSaid(String text) {
        return new Memory(Optional.of(text), period, song, page, offer);
    }

    /** The same, with the period of the chart that was told; a list of another chart is over. */
    Memory withPeriod(ChartPeriod told) {
        return new Memory(said, Optional.of(told), song, page.filter(read -> read.period() == told), offer);
    }

    /** The same, with the key of the song that was told. */
    Memory withSong(String key) {
        return new Memory(said, period, Optional.of(key), page, offer);
    }

    /** The same, with the list that was read. */
    Memory withPage(Page read) {
        return new Memory(said, Optional.of(read.period()), song, Optional.of(read), offer);
    }

    /** The same, with what was offered. */
    Memory withOffer(Offer made) {
        return new Memory(said, period, song, page, Optional.of(made));
    }

    /** The same, with nothing that "yes" would answer. */
    Memory withoutOffer() {
        return new Memory(said, period, song, page, Optional.empty());
    }

    Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        said.ifPresent(text -> attributes.put(SAID, text));
        period.ifPresent(of -> attributes.put(PERIOD, of.name()));
        song.ifPresent(key -> attributes.put(SONG, key));
        page.ifPresent(of -> {
            attributes.put(PAGE_PERIOD, of.period().name());
            attributes.put(PAGE_FROM, String.valueOf(of.from() + 1));
            attributes.put(PAGE_COUNT, String.valueOf(of.count()));
        });
        offer.ifPresent(made -> put(made, attributes));
        return attributes;
    }

    private static void put(Offer offer, Map<String, Object> attributes) {
        if (!(offer instanceof Offer.Songs songs)) {
            attributes.put(OFFER, OFFER_MORE);
            return;
        }
        attributes.put(OFFER, OFFER_SONGS);
        attributes.put(OFFERED, songs.keys().get(0));
        songs.keys().stream().skip(1).findFirst().ifPresent(other -> attributes.put(OFFERED_TOO, other));
        attributes.put(ASKED, songs.asked().name());
        songs.against().ifPresent(heard -> attributes.put(AGAINST, heard));
    }

    /** Whether it was offered to read on. */
    boolean offersMore() {
        return offer.filter(Offer.More.class::isInstance).isPresent();
    }

    /** The songs that were offered; nothing if none were. */
    Optional<Offer.Songs> offeredSongs() {
        return offer.filter(Offer.Songs.class::isInstance).map(Offer.Songs.class::cast);
    }
}
