package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of all songs of a chart. Songs are known by their position, from 0. */
final class SongNames {

    private static final List<String> ARTICLES = List.of("the", "a", "an");

    private final List<Name> all = new ArrayList<>();
    private final Map<String, Integer> byKey;
    private final Map<String, Set<Integer>> byWhole;
    private final Map<String, Set<Integer>> byPart = new HashMap<>();
    private final Map<String, Set<Integer>> byBare;
    private final Set<Integer> spelled = new HashSet<>();

    SongNames(List<Song> songs) {
        byKey = new HashMap<>(2 * songs.size());
        byWhole = new HashMap<>(2 * songs.size());
        byBare = new HashMap<>(2 * songs.size());
        var sounds = new Sounds();
        for (int at = 0; at < songs.size(); at++) {
            add(at, songs.get(at), sounds);
        }
    }

    private void add(int at, Song song, Sounds sounds) {
        byKey.putIfAbsent(song.key(), at);
        Spoken spoken = Spoken.of(words(TitleParts.key(song)), sounds);
        all.add(new Name(at, spoken, true));
        put(byWhole, spoken.whole(), at);
        put(byWhole, spoken.letters(), at);
        if (spoken.isSpelled()) {
            spelled.add(at);
        }
        put(byBare, spoken.withoutArticle(ARTICLES), at);
        for (String part : TitleParts.of(song)) {
            Spoken said = Spoken.of(words(part), sounds);
            all.add(new Name(at, said, false));
            put(byPart, said.whole(), at);
        }
    }

    /** Every name, also those of parts of titles. */
    List<Name> all() {
        return all;
    }

    /** The song with a canonical key. */
    Optional<Integer> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The songs whose title is spoken like this. */
    Set<Integer> spoken(Spoken said) {
        Set<Integer> songs = spoken(said.whole());
        return songs.isEmpty() ? spoken(said.letters()) : songs;
    }

    /** The songs whose title is spoken like this. */
    Set<Integer> spoken(String whole) {
        return byWhole.getOrDefault(whole, Set.of());
    }

    /** The songs whose title is spoken like this but for an article at the beginning of one of them. */
    Set<Integer> spokenButArticle(Spoken said, List<String> articles) {
        Set<Integer> songs = new LinkedHashSet<>(byBare.getOrDefault(said.withoutArticle(articles), Set.of()));
        songs.addAll(byBare.getOrDefault(said.whole(), Set.of()));
        return songs;
    }

    /** Whether one of these songs has a title of single letters. */
    boolean isSpelled(Set<Integer> songs) {
        return songs.stream().anyMatch(spelled::contains);
    }

    /** The songs of whose title a part is spoken like this. */
    Set<Integer> spokenInPart(String whole) {
        return byPart.getOrDefault(whole, Set.of());
    }

    private static void put(Map<String, Set<Integer>> songs, String name, int song) {
        songs.computeIfAbsent(name, any -> new LinkedHashSet<>(2)).add(song);
    }

    private static List<String> words(String key) {
        return Arrays.asList(key.split(" ", -1));
    }
}
