package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of all songs of a chart. Songs are known by their position, from 0. */
final class SongNames {

    private static final List<String> ARTICLES = List.of("the", "a", "an");

    private final List<Name> all = new ArrayList<>();
    private final Map<String, Name> byKey;
    private final Map<String, List<Name>> byWhole;
    private final Map<String, List<Name>> byPart = new HashMap<>();
    private final Map<String, List<Name>> byBare;

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
        Name title = new Name(at, Spoken.of(words(TitleParts.key(song)), sounds), true);
        Spoken spoken = title.spoken();
        all.add(title);
        byKey.putIfAbsent(song.key(), title);
        put(byWhole, spoken.whole(), title);
        if (!spoken.letters().equals(spoken.whole())) {
            put(byWhole, spoken.letters(), title);
        }
        put(byBare, spoken.withoutArticle(ARTICLES), title);
        for (String key : TitleParts.of(song)) {
            Name part = new Name(at, Spoken.of(words(key), sounds), false);
            all.add(part);
            put(byPart, part.spoken().whole(), part);
        }
    }

    /** Every name, also those of parts of titles. */
    List<Name> all() {
        return all;
    }

    /** The song with a canonical key. */
    Optional<Name> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The songs whose title is spoken like this. */
    List<Name> spoken(Spoken said) {
        List<Name> songs = spoken(said.whole());
        return songs.isEmpty() ? spoken(said.letters()) : songs;
    }

    /** The songs whose title is spoken like this. */
    List<Name> spoken(String whole) {
        return byWhole.getOrDefault(whole, List.of());
    }

    /** The songs whose title is spoken like this but for an article at the beginning of one of them. */
    List<Name> spokenButArticle(Spoken said, List<String> articles) {
        String bare = said.withoutArticle(articles);
        List<Name> names = new ArrayList<>(byBare.getOrDefault(bare, List.of()));
        if (!bare.equals(said.whole())) {
            names.addAll(byBare.getOrDefault(said.whole(), List.of()));
        }
        return names;
    }

    /** The songs of whose title a part is spoken like this. */
    List<Name> spokenInPart(String whole) {
        return byPart.getOrDefault(whole, List.of());
    }

    private static void put(Map<String, List<Name>> names, String spoken, Name name) {
        names.computeIfAbsent(spoken, any -> new ArrayList<>(1)).add(name);
    }

    private static List<String> words(String key) {
        return Arrays.asList(key.split(" ", -1));
    }
}
