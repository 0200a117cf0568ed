package io.crowdchart.ksql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a text; comments and spaces are left out, words are in upper case. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|--[^\\n]*|(?<token>'[^']*'|[A-Za-z_][A-Za-z_0-9]*|[0-9]+|<=|[(),;=*>])");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("not expected in a statement: '" + text.substring(at, at + 1) + "'");
            }
            String token = matcher.group("token");
            if (token != null) {
                tokens.add(token.startsWith("'") ? token : token.toUpperCase(Locale.ROOT));
            }
            at = matcher.end();
        }
    }

    boolean end() {
        return next == tokens.size();
    }

    String next() {
        if (end()) {
            throw new IllegalArgumentException("the text ends within a statement");
        }
        return tokens.get(next++);
    }

    boolean skip(String token) {
        boolean found = !end() && tokens.get(next).equals(token);
        if (found) {
            next++;
        }
        return found;
    }

    void expect(String... expected) {
        for (String token : expected) {
            String found = next();
            if (!found.equals(token)) {
                throw new IllegalArgumentException("expected " + token + ", found " + found + " after "
                        + String.join(" ", tokens.subList(Math.max(0, next - 9), next - 1)));
            }
        }
    }

    String name() {
        String token = next();
        if (!Character.isLetter(token.charAt(0))) {
            throw new IllegalArgumentException("expected a name, found " + token);
        }
        return token;
    }

    String text() {
        String token = next();
        if (!token.startsWith("'")) {
            throw new IllegalArgumentException("expected a text in quotes, found " + token);
        }
        return token.substring(1, token.length() - 1);
    }
}
