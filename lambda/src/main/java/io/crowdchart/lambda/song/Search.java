package io.crowdchart.lambda.song;

import java.util.List;
import java.util.Optional;

/** The search for the song that one question means. */
final class Search {

    private static final double SAME_WORDS = 1;
    private static final double SAME_WORDS_PERHAPS = 0.93;
    private static final double SAME_BUT_ARTICLE = 0.97;
    private static final double PART_OF_TITLE = 0.95;
    private static final double ONE_WORD_MISSING = 0.84;
    private static final double BEGINNING_OF_TITLE = 0.78;
    private static final double FIRST_WORD_OF_TITLE = 0.68;
    private static final double ONLY_A_PART = 0.03;
    private static final double TITLE_AND_MORE = 0.63;
    private static final double WHOLE_LENGTH = 0.20;
    private static final int MOST_CANDIDATES = 8;
    private static final int WORDS_OF_A_PHRASE = 3;

    /** A shorter beginning would fit too many titles. */
    private static final int SHORTEST_BEGINNING = 6;

    private static final int SHORTEST_BEGINNING_OF_WORDS = 4;

    private final SongNames names;
    private final Language language;
    private final Sounds sounds = new Sounds();
    private final Candidates candidates = new Candidates();
    private double mostLikely = SAME_WORDS;

    Search(SongNames names, Language language) {
        this.names = names;
        this.language = language;
    }

    /** The only song that a reading can mean; if there is none, all that are like it are candidates. */
    Optional<Integer> certain(Reading reading) {
        Optional<Name> exact = names.withKey(reading.key());
        if (exact.isPresent() && reading.sure()) {
            return exact.map(Name::song);
        }
        mostLikely = reading.sure() ? SAME_WORDS : SAME_WORDS_PERHAPS;
        exact.ifPresent(name -> add(name, SAME_WORDS));
        Spoken said = Spoken.of(reading.words(), sounds);
        Optional<Name> same = onlyName(said);
        if (same.isPresent() && reading.sure()) {
            return same.map(Name::song);
        }
        addNamesWithin(said);
        addSimilar(said, reading.sure());
        return Optional.empty();
    }

    List<Candidate> candidates() {
        return candidates.first(MOST_CANDIDATES);
    }

    private void add(Name name, double likeness) {
        candidates.add(name, Math.min(likeness, mostLikely));
    }

    /** The only title with the same words, at most an article apart. */
    private Optional<Name> onlyName(Spoken said) {
        List<Name> same = names.spoken(said);
        List<Name> bare = names.spokenButArticle(said, language.articles());
        same.forEach(name -> add(name, SAME_WORDS));
        bare.forEach(name -> add(name, SAME_BUT_ARTICLE));
        names.spokenInPart(said.whole()).forEach(name -> add(name, PART_OF_TITLE));
        // "H.O.L.Y." is not "Holy".
        if (same.size() == 1 && same.get(0).spoken().isSpelled() == said.isSpelled()) {
            return Optional.of(same.get(0));
        }
        // Of a few words, the article may be what tells two songs apart.
        boolean clear = same.isEmpty() && bare.size() == 1 && said.words().size() > WORDS_OF_A_PHRASE;
        return clear ? Optional.of(bare.get(0)) : Optional.empty();
    }

    /** Songs whose whole title is at the beginning or the end of what was said. */
    private void addNamesWithin(Spoken said) {
        List<String> words = said.words();
        for (int length = words.size() - 1; length > 0; length--) {
            addWithin(words.subList(0, length), said);
            addWithin(words.subList(words.size() - length, words.size()), said);
        }
    }

    private void addWithin(List<String> words, Spoken said) {
        String whole = String.join("", words);
        if (words.size() > 1 || whole.length() >= SHORTEST_BEGINNING) {
            double share = (double) whole.length() / said.whole().length();
            names.spoken(whole).forEach(name -> add(name, TITLE_AND_MORE + WHOLE_LENGTH * share));
            names.spokenInPart(whole).forEach(name -> add(name, TITLE_AND_MORE + WHOLE_LENGTH * share));
        }
    }

    private void addSimilar(Spoken said, boolean sure) {
        boolean oneWord = said.words().size() == 1;
        boolean longEnough = said.whole().length() >= (oneWord ? SHORTEST_BEGINNING : SHORTEST_BEGINNING_OF_WORDS);
        double beginning = oneWord ? FIRST_WORD_OF_TITLE : BEGINNING_OF_TITLE;
        for (Name name : names.all()) {
            double likeness = Likeness.of(said, name.spoken());
            if (likeness > 0) {
                boolean same = sure && name.full() && Likeness.isSameSound(said, name.spoken());
                double all = name.full() ? likeness : likeness - ONLY_A_PART;
                candidates.add(new Candidate(name.song(), Math.min(all, mostLikely), same, name));
            }
            if (name.spoken().isButOneWord(said) || said.isButOneWord(name.spoken())) {
                add(name, ONE_WORD_MISSING);
            }
            if (longEnough && name.spoken().goesOn(said)) {
                double share =
                        (double) said.whole().length() / name.spoken().whole().length();
                add(name, beginning + WHOLE_LENGTH * share);
            }
        }
    }
}
