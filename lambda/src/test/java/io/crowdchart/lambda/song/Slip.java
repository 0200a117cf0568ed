package io.crowdchart.lambda.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Ways in which what is heard differs from the title that was said. Each works on the words of a title's key. */
enum Slip {
    /** A word written like another one that sounds the same. */
    HOMOPHONE {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return changed(words, random, word -> {
                List<String> same = HOMOPHONES.getOrDefault(word, List.of());
                return same.isEmpty() ? word : same.get(random.nextInt(same.size()));
            });
        }
    },
    /** An article dropped, or one too many. */
    ARTICLE {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            List<Integer> articles = positions(words, ARTICLES);
            List<String> slipped = new ArrayList<>(words);
            if (articles.isEmpty()) {
                slipped.add(0, "the");
            } else {
                slipped.remove((int) articles.get(random.nextInt(articles.size())));
            }
            return slipped.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", slipped));
        }
    },
    /** The artist named behind the title. */
    BY_ARTIST {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return artist.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words) + " by " + artist);
        }
    },
    /** Two words run together, or a long one written apart. */
    WORD_BOUNDARY {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            List<String> slipped = new ArrayList<>(words);
            int at = random.nextInt(words.size());
            String word = words.get(at);
            if (word.length() >= 7) {
                int cut = 3 + random.nextInt(word.length() - 5);
                slipped.set(at, word.substring(0, cut) + " " + word.substring(cut));
            } else if (at + 1 < words.size()) {
                slipped.set(at, word + slipped.remove(at + 1));
            } else {
                return Optional.empty();
            }
            return Optional.of(String.join(" ", slipped));
        }
    },
    /** A number in words in place of digits, or the other way round. */
    NUMBER {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return changed(words, random, word -> {
                int number = NUMBERS.indexOf(word);
                if (number >= 0) {
                    return Integer.toString(number);
                }
                return word.matches("1?[0-9]|20") ? NUMBERS.get(Integer.parseInt(word)) : word;
            });
        }
    },
    /** An ending dropped or added. */
    ENDING {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return changed(words, random, word -> {
                if (word.length() < 4 || word.endsWith("ss")) {
                    return word;
                }
                if (word.endsWith("in")) {
                    return word + "g";
                }
                return word.matches(".*(?:s|d|t|g)") ? word.substring(0, word.length() - 1) : word + "s";
            });
        }
    },
    /** A small word not heard. */
    SMALL_WORD {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            List<Integer> small = positions(words, SMALL_WORDS);
            if (words.size() < 3 || small.isEmpty()) {
                return Optional.empty();
            }
            List<String> slipped = new ArrayList<>(words);
            slipped.remove((int) small.get(random.nextInt(small.size())));
            return Optional.of(String.join(" ", slipped));
        }
    },
    /** A sound taken for a similar one. */
    SOUND {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return changed(words, random, word -> word.length() < 4 ? word : withOtherSound(word, random));
        }
    },
    /** Two sounds of one word taken for others. */
    TWO_SOUNDS {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return changed(
                    words,
                    random,
                    word -> word.length() < 6 ? word : withOtherSound(withOtherSound(word, random), random));
        }
    },
    /** Only the beginning of a long title. */
    BEGINNING {
        @Override
        Optional<String> of(List<String> words, String artist, Random random) {
            return words.size() < 5
                    ? Optional.empty()
                    : Optional.of(String.join(" ", words.subList(0, words.size() - 1)));
        }
    };

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> SMALL_WORDS =
            Set.of("of", "in", "to", "and", "my", "me", "it", "is", "that", "on", "you", "i", "for", "with", "so");
    private static final List<String> NUMBERS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final Map<String, List<String>> HOMOPHONES = homophones(
            "no know",
            "right write",
            "night knight",
            "sea see",
            "sun son",
            "heart hart",
            "one won",
            "i eye",
            "by buy bye",
            "hear here",
            "their there",
            "way weigh",
            "whole hole",
            "road rode",
            "break brake",
            "dear deer",
            "die dye",
            "fair fare",
            "flower flour",
            "heal heel",
            "hour our",
            "peace piece",
            "rain reign",
            "red read",
            "rose rows",
            "sail sale",
            "scene seen",
            "so sew",
            "some sum",
            "steal steel",
            "tale tail",
            "wait weight",
            "waste waist",
            "weak week",
            "where wear",
            "would wood",
            "new knew",
            "blue blew",
            "made maid",
            "male mail",
            "meet meat",
            "bare bear",
            "been bin",
            "be bee",
            "beat beet",
            "cell sell",
            "hi high",
            "hey hay",
            "in inn",
            "need kneed",
            "not knot",
            "pray prey",
            "plain plane",
            "real reel",
            "roll role",
            "soul sole",
            "stare stair",
            "throne thrown",
            "toe tow",
            "to two too",
            "for four",
            "you u",
            "your youre",
            "are r",
            "alright allright",
            "tonight tonite",
            "lose loose",
            "then than",
            "girl gurl",
            "love luv",
            "through threw thru",
            "them em",
            "hero heroe",
            "air heir",
            "baby babie",
            "boy buoy",
            "cold coaled",
            "crew crue",
            "cross crosse",
            "days daze",
            "down doun",
            "feat feet",
            "hall haul",
            "hole whole",
            "lane lain",
            "least leased",
            "lie lye",
            "lonely lonley",
            "main mane",
            "mine mien",
            "missed mist",
            "more moor",
            "muscle mussel",
            "nice niece",
            "oh owe",
            "pain pane",
            "past passed",
            "rock roc",
            "rude rood",
            "shake sheikh",
            "side sighed",
            "sight site",
            "stay stey",
            "story storey",
            "sweet suite",
            "thing thang",
            "time thyme",
            "told tolled",
            "true trew",
            "walk wok",
            "war wore",
            "wave waive",
            "world whirled",
            "wrong rong",
            "back bac",
            "call caul",
            "come cum",
            "crazy krazy",
            "dance dans",
            "fly flie",
            "good gud",
            "hurt hert",
            "just jest",
            "kiss kis",
            "life lyfe",
            "like lyke",
            "man mann",
            "money munny",
            "never nevver",
            "wanna want to",
            "gonna going to",
            "gotta got to",
            "gimme give me");
    private static final String[][] SOUNDS = {
        {"b", "p"}, {"d", "t"}, {"g", "k"}, {"m", "n"}, {"v", "f"}, {"s", "z"}, {"l", "r"}, {"th", "d"}, {"sh", "ch"},
        {"c", "k"}, {"e", "i"}, {"a", "o"}, {"o", "u"}, {"ee", "i"}, {"oo", "u"}, {"w", "v"}, {"a", "e"}, {"y", "i"}
    };

    /** What is heard; nothing if a title has no place for such a slip. */
    abstract Optional<String> of(List<String> words, String artist, Random random);

    private interface Change {
        String of(String word);
    }

    /** The words with the first of them changed, from a random one on, that can be. */
    private static Optional<String> changed(List<String> words, Random random, Change change) {
        int start = random.nextInt(words.size());
        for (int i = 0; i < words.size(); i++) {
            int at = (start + i) % words.size();
            String word = change.of(words.get(at));
            if (!word.equals(words.get(at))) {
                List<String> slipped = new ArrayList<>(words);
                slipped.set(at, word);
                return Optional.of(String.join(" ", slipped));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> positions(List<String> words, Set<String> of) {
        return IntStream.range(0, words.size())
                .filter(at -> of.contains(words.get(at)))
                .boxed()
                .toList();
    }

    private static String withOtherSound(String word, Random random) {
        int start = random.nextInt(SOUNDS.length);
        for (int i = 0; i < SOUNDS.length; i++) {
            String[] sounds = SOUNDS[(start + i) % SOUNDS.length];
            int from = random.nextInt(2);
            int at = word.indexOf(sounds[from]);
            if (at >= 0) {
                return word.substring(0, at) + sounds[1 - from] + word.substring(at + sounds[from].length());
            }
        }
        return word;
    }

    private static Map<String, List<String>> homophones(String... groups) {
        Map<String, List<String>> homophones = new HashMap<>();
        for (String group : groups) {
            if (group.contains("want to")
                    || group.contains("going to")
                    || group.contains("got to")
                    || group.contains("give me")) {
                int blank = group.indexOf(' ');
                homophones.put(group.substring(0, blank), List.of(group.substring(blank + 1)));
            } else {
                List<String> words = Arrays.asList(group.split(" ", -1));
                words.forEach(word -> homophones.put(
                        word,
                        words.stream().filter(other -> !other.equals(word)).toList()));
            }
        }
        return homophones;
    }
}
