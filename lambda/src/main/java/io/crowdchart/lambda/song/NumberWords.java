package io.crowdchart.lambda.song;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The number words of a language, from 0 to 99 and the round ones above: they make the digits of "ninety nine problems" and of
 * "neunundneunzig luftballons". All words are in the form of a song's key.
 */
final class NumberWords {

    /** Of the titles, and of whatever other language nobody has written here. */
    static final NumberWords ENGLISH = english();

    /** "quatre vingt dix neuf" has four. */
    private static final int MOST_WORDS = 4;

    private static final Set<String> ROUND = Set.of("100", "1000", "1000000");

    private final Map<String, String> digits = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();

    private NumberWords() {}

    /** The words of a language other than English; nothing if they are not known. */
    static Optional<NumberWords> of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "de" -> Optional.of(german());
            case "es" -> Optional.of(spanish());
            case "fr" -> Optional.of(french());
            case "it" -> Optional.of(italian());
            case "pt" -> Optional.of(portuguese());
            default -> Optional.empty();
        };
    }

    /** The same text with digits in the place of words: "ten thousand hours" is "10000 hours". */
    List<String> inDigits(List<String> text) {
        List<String> changed = new ArrayList<>(text.size());
        boolean afterNumber = false;
        for (int at = 0; at < text.size(); ) {
            int length = numberAt(text, at);
            String number = length == 0 ? text.get(at) : inDigits(phrase(text, at, length));
            if (afterNumber && length > 0 && ROUND.contains(number)) {
                changed.add(changed.remove(changed.size() - 1) + number.substring(1));
            } else {
                changed.add(number);
            }
            afterNumber = length > 0 || Digits.only(number);
            at += Math.max(1, length);
        }
        return changed;
    }

    /** How a number from 0 to 99 is written in words; any other text as it is. */
    String inWords(String number) {
        return words.getOrDefault(number, number);
    }

    private int numberAt(List<String> text, int from) {
        if (!firstWords.contains(text.get(from))) {
            return 0;
        }
        for (int length = Math.min(MOST_WORDS, text.size() - from); length > 0; length--) {
            if (digits.containsKey(phrase(text, from, length))) {
                return length;
            }
        }
        return 0;
    }

    private String inDigits(String phrase) {
        return digits.getOrDefault(phrase, phrase);
    }

    private static String phrase(List<String> text, int from, int length) {
        return length == 1 ? text.get(from) : String.join(" ", text.subList(from, from + length));
    }

    private void put(int number, String phrase) {
        digits.put(phrase, Integer.toString(number));
        words.putIfAbsent(Integer.toString(number), phrase);
        int blank = phrase.indexOf(' ');
        firstWords.add(blank < 0 ? phrase : phrase.substring(0, blank));
    }

    /** Words from a number on, one by one. */
    private void putAll(int from, String phrases) {
        int number = from;
        for (String phrase : phrases.split(",", -1)) {
            put(number++, phrase);
        }
    }

    private static NumberWords english() {
        var english = new NumberWords();
        english.putAll(
                0,
                "zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,"
                        + "seventeen,eighteen,nineteen");
        english.putTens("twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety", (ten, one) -> ten + " " + one);
        english.putRound("hundred", "thousand", "million");
        english.putRound("a hundred", "a thousand", "a million");
        return english;
    }

    private static NumberWords german() {
        var german = new NumberWords();
        german.putAll(
                0,
                "null,eins,zwei,drei,vier,funf,sechs,sieben,acht,neun,zehn,elf,zwolf,dreizehn,vierzehn,funfzehn,sechzehn,"
                        + "siebzehn,achtzehn,neunzehn");
        german.putTens(
                "zwanzig,dreissig,vierzig,funfzig,sechzig,siebzig,achtzig,neunzig",
                (ten, one) -> (one.equals("eins") ? "ein" : one) + "und" + ten);
        german.putRound("hundert", "tausend", "million");
        german.putRound("einhundert", "eintausend", "eine million");
        for (int number = 2; number < 100; number++) {
            String word = german.inWords(Integer.toString(number));
            german.put(number * 100, word + "hundert");
            german.put(number * 1_000, word + "tausend");
        }
        return german;
    }

    private static NumberWords spanish() {
        var spanish = new NumberWords();
        spanish.putAll(
                0,
                "cero,uno,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis,"
                        + "diecisiete,dieciocho,diecinueve,veinte,veintiuno,veintidos,veintitres,veinticuatro,veinticinco,"
                        + "veintiseis,veintisiete,veintiocho,veintinueve");
        spanish.putTens(
                "veinte,treinta,cuarenta,cincuenta,sesenta,setenta,ochenta,noventa", (ten, one) -> ten + " y " + one);
        spanish.putRound("cien", "mil", "un millon");
        return spanish;
    }

    private static NumberWords french() {
        var french = new NumberWords();
        french.putAll(
                0,
                "zero,un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix sept,"
                        + "dix huit,dix neuf");
        french.putTens(
                "vingt,trente,quarante,cinquante,soixante",
                (ten, one) -> ten + (one.equals("un") ? " et " : " ") + one);
        for (int one = 0; one < 20; one++) {
            String word = french.inWords(Integer.toString(one));
            if (one >= 10) {
                french.put(60 + one, one == 11 ? "soixante et onze" : "soixante " + word);
            }
            french.put(80 + one, one == 0 ? "quatre vingts" : "quatre vingt " + word);
        }
        french.putRound("cent", "mille", "un million");
        return french;
    }

    private static NumberWords italian() {
        var italian = new NumberWords();
        italian.putAll(
                0,
                "zero,uno,due,tre,quattro,cinque,sei,sette,otto,nove,dieci,undici,dodici,tredici,quattordici,quindici,"
                        + "sedici,diciassette,diciotto,diciannove");
        italian.putTens(
                "venti,trenta,quaranta,cinquanta,sessanta,settanta,ottanta,novanta",
                (ten, one) ->
                        (one.equals("uno") || one.equals("otto") ? ten.substring(0, ten.length() - 1) : ten) + one);
        italian.putRound("cento", "mille", "un milione");
        return italian;
    }

    private static NumberWords portuguese() {
        var portuguese = new NumberWords();
        portuguese.putAll(
                0,
                "zero,um,dois,tres,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,quatorze,quinze,dezesseis,"
                        + "dezessete,dezoito,dezenove");
        portuguese.putTens(
                "vinte,trinta,quarenta,cinquenta,sessenta,setenta,oitenta,noventa", (ten, one) -> ten + " e " + one);
        portuguese.putRound("cem", "mil", "um milhao");
        return portuguese;
    }

    private void putTens(String tens, BinaryOperator<String> joined) {
        int number = 20;
        for (String ten : tens.split(",", -1)) {
            put(number, ten);
            for (int one = 1; one <= 9; one++) {
                put(number + one, joined.apply(ten, inWords(Integer.toString(one))));
            }
            number += 10;
        }
    }

    private void putRound(String hundred, String thousand, String million) {
        put(100, hundred);
        put(1_000, thousand);
        put(1_000_000, million);
    }
}
