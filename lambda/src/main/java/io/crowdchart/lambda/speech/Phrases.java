package io.crowdchart.lambda.speech;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of a language by their keys, with their gaps filled. */
final class Phrases {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)\\}");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final int variation;
    private final Plural plural;

    Phrases(ResourceBundle bundle, Locale locale, int variation) {
        this.bundle = bundle;
        this.locale = locale;
        this.variation = variation;
        this.plural = Plural.of(locale);
    }

    /** The message of a key. What is filled in is not looked at again: a title may look like a gap. */
    String filled(String key, Map<String, String> values) {
        Matcher gaps = GAP.matcher(wording(key));
        return gaps.replaceAll(gap -> Matcher.quoteReplacement(valueOf(gap.group(1), key, values)));
    }

    /** One of the wordings of a message; the further ones stand under its key with {@code ~2}, {@code ~3} ... */
    private String wording(String key) {
        int wordings = 1;
        while (bundle.containsKey(key + "~" + (wordings + 1))) {
            wordings++;
        }
        int chosen = 1 + Math.floorMod(variation, wordings);
        return bundle.getString(chosen == 1 ? key : key + "~" + chosen);
    }

    private static String valueOf(String name, String key, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "the message " + key + " has the gap {" + name + "}, has only " + values.keySet());
        }
        return value;
    }

    /** The message for so many things, {@code {count}} filled in with digits. */
    String counted(String key, long count) {
        return counted(key, count, Map.of());
    }

    /** The message for so many things, {@code {count}} filled in with digits, and other values. */
    String counted(String key, long count, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("count", digits(count));
        return filled(key + "." + plural.ofCount(count), values);
    }

    /** "three", or digits where there is no word. */
    String number(long number) {
        String key = "number." + number;
        return bundle.containsKey(key) ? bundle.getString(key) : digits(number);
    }

    /** "third", or "23rd" where there is no word. */
    String ordinal(long number) {
        String key = "ordinal." + number;
        return bundle.containsKey(key)
                ? bundle.getString(key)
                : filled("ordinal." + plural.ofPlace(number), Map.of("number", digits(number)));
    }

    /** A rank for a message, which says it as a number or as an ordinal, whatever its language prefers. */
    Map<String, String> rank(long rank) {
        return Map.of("rank", number(rank), "ordinal", ordinal(rank));
    }

    /** The message that names a rank and other values. */
    String ranked(String key, long rank, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.putAll(rank(rank));
        return filled(key, values);
    }

    /** "July, Culo and Yesterday". */
    String list(List<String> items) {
        String list = items.get(0);
        int last = items.size() - 1;
        for (int at = 1; at < last; at++) {
            list = filled("list.middle", Map.of("first", list, "next", items.get(at)));
        }
        if (last == 0) {
            return list;
        }
        return filled(last == 1 ? "list.two" : "list.end", Map.of("first", list, "last", items.get(last)));
    }

    /** "4,501"; in one piece where a language has a space between the groups, since "4 501" would be read as two numbers. */
    String digits(long number) {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        boolean spaced = format instanceof DecimalFormat decimal
                && Character.isSpaceChar(decimal.getDecimalFormatSymbols().getGroupingSeparator());
        format.setGroupingUsed(!spaced);
        return format.format(number);
    }
}
