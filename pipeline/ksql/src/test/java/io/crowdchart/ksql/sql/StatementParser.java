package io.crowdchart.ksql.sql;

import io.crowdchart.ksql.sql.Statement.Column;
import io.crowdchart.ksql.sql.Statement.Kind;
import io.crowdchart.ksql.sql.Statement.Query;
import io.crowdchart.ksql.sql.Statement.Selected;
import io.crowdchart.ksql.sql.Statement.Setting;
import io.crowdchart.ksql.sql.Statement.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads statements, in their order. */
public final class StatementParser {

    private final Tokens tokens;

    private StatementParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The statements of a file.
     *
     * @throws IllegalArgumentException if something stands there that this parser does not know
     */
    public static List<Statement> parse(String text) {
        StatementParser parser = new StatementParser(new Tokens(text));
        List<Statement> statements = new ArrayList<>();
        while (!parser.tokens.end()) {
            statements.add(parser.statement());
            parser.tokens.expect(";");
        }
        return statements;
    }

    private Statement statement() {
        if (tokens.skip("SET")) {
            String name = tokens.text();
            tokens.expect("=");
            return new Setting(name, tokens.text());
        }
        tokens.expect("CREATE");
        Kind kind = Kind.valueOf(tokens.name());
        String name = tokens.name();
        return tokens.skip("(") ? source(kind, name) : query(kind, name);
    }

    private Source source(Kind kind, String name) {
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (tokens.skip(","));
        tokens.expect(")");
        return new Source(kind, name, columns, options());
    }

    private Column column() {
        String name = tokens.name();
        String type = tokens.name();
        if (tokens.skip("PRIMARY")) {
            tokens.expect("KEY");
            return new Column(name, type + " PRIMARY KEY");
        }
        return new Column(name, tokens.skip("KEY") ? type + " KEY" : type);
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        tokens.expect("WITH", "(");
        do {
            String name = tokens.name();
            tokens.expect("=");
            options.put(name, tokens.next());
        } while (tokens.skip(","));
        tokens.expect(")");
        return options;
    }

    private Query query(Kind kind, String name) {
        if (kind != Kind.TABLE) {
            throw new IllegalArgumentException("a query must create a table, not " + kind + " " + name);
        }
        Map<String, String> options = options();
        tokens.expect("AS", "SELECT");
        List<Selected> selected = selected();
        tokens.expect("FROM");
        String from = tokens.name();
        Map<String, Integer> limits = tokens.skip("WHERE") ? limits() : Map.of();
        tokens.expect("GROUP", "BY");
        List<String> groupBy = names();
        boolean havingRows = tokens.skip("HAVING");
        if (havingRows) {
            tokens.expect("COUNT", "(", "*", ")", ">", "0");
        }
        tokens.expect("EMIT", "CHANGES");
        return new Query(name, options, selected, from, limits, groupBy, havingRows);
    }

    private List<Selected> selected() {
        List<Selected> selected = new ArrayList<>();
        do {
            String expression = tokens.name();
            if (tokens.skip("(")) {
                expression += "(" + tokens.next() + ")";
                tokens.expect(")");
            }
            selected.add(new Selected(expression, tokens.skip("AS") ? tokens.name() : expression));
        } while (tokens.skip(","));
        return selected;
    }

    private Map<String, Integer> limits() {
        Map<String, Integer> limits = new LinkedHashMap<>();
        do {
            tokens.expect("LEN", "(");
            String column = tokens.name();
            tokens.expect(")", "<=");
            limits.put(column, Integer.valueOf(tokens.next()));
        } while (tokens.skip("AND"));
        return limits;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.name());
        } while (tokens.skip(","));
        return names;
    }
}
