package io.crowdchart.lambda.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the ways in which titles spell one spoken word together: "luv" and "love", "fallin'" and "falling", "2" and "to". What
 * comes out is no good English, but the same for all of them.
 */
final class Spellings {

    /** The word to take, and what else is written for it. */
    private static final String SAME = """
            to: 2 two too
            for: 4 four fore
            you: u
            your: ur youre yr
            are: r
            and: n
            love: luv
            through: thru threw
            though: tho
            tonight: tonite
            night: nite knight
            light: lite
            right: rite write
            girl: gurl
            cause: cuz coz
            til: till
            great: gr8
            okay: ok
            mister: mr
            missus: mrs
            miss: ms
            doctor: dr
            part: pt
            versus: vs
            number: nr
            yeah: yea yah
            oh: o
            whoa: woah wo
            crazy: krazy
            no: know
            new: knew
            with: wit
            that: dat
            the: da tha
            this: dis
            them: em dem
            about: bout
            more: mo
            what: wat wut
            thing: thang
            little: lil
            old: ol
            incorporated: inc
            junior: jr
            saint: st
            mount: mt
            """;

    /** Two words, and the one that is heard for them. */
    private static final Map<String, String> RUN_TOGETHER = Map.ofEntries(
            Map.entry("want to", "wanna"),
            Map.entry("going to", "gonna"),
            Map.entry("got to", "gotta"),
            Map.entry("give me", "gimme"),
            Map.entry("let me", "lemme"),
            Map.entry("out of", "outta"),
            Map.entry("kind of", "kinda"),
            Map.entry("dont you", "dontcha"),
            Map.entry("dont cha", "dontcha"));

    private static final Map<String, String> WORDS = words();

    private Spellings() {}

    /** The words as they are said. */
    static List<String> folded(List<String> words) {
        List<String> folded = new ArrayList<>(words.size());
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean beforeNumber = isNumber(words, at + 1);
            boolean inNumber = Digits.only(word) && (isNumber(words, at - 1) || beforeNumber);
            String said = inNumber ? null : WORDS.get(word);
            if (beforeNumber && word.equals("no")) {
                folded.add("number");
            } else {
                folded.add(said == null ? withEndingSpelledOut(word) : said);
            }
        }
        return runTogether(folded);
    }

    private static List<String> runTogether(List<String> words) {
        List<String> together = new ArrayList<>(words.size());
        for (int at = 0; at < words.size(); at++) {
            boolean last = at + 1 == words.size();
            String one = last ? null : RUN_TOGETHER.get(words.get(at) + " " + words.get(at + 1));
            together.add(one == null ? words.get(at) : one);
            at += one == null ? 0 : 1;
        }
        return together;
    }

    /** "Fallin'", "Boyz". */
    private static String withEndingSpelledOut(String word) {
        int length = word.length();
        if (length >= 5 && word.endsWith("in")) {
            return word + "g";
        }
        if (length >= 4 && word.endsWith("z") && !word.endsWith("zz")) {
            return word.substring(0, length - 1) + "s";
        }
        return word;
    }

    private static boolean isNumber(List<String> words, int at) {
        return at >= 0 && at < words.size() && Digits.only(words.get(at));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        SAME.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String said = line.substring(0, colon);
            for (String written : line.substring(colon + 2).split(" ", -1)) {
                words.put(written, said);
            }
        });
        return Map.copyOf(words);
    }
}
