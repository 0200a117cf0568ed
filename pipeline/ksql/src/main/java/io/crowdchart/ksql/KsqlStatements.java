package io.crowdchart.ksql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The KSQL statements as they are packaged: the text of {@code statements/chart.sql}. */
public final class KsqlStatements {

    /** Where the text is on the class path. */
    public static final String RESOURCE = "/ksql/chart.sql";

    private KsqlStatements() {}

    /** The whole file, fit to be a {@code ksql.queries.file}. */
    public static String text() {
        try (InputStream file = Objects.requireNonNull(
                KsqlStatements.class.getResourceAsStream(RESOURCE), RESOURCE + " is missing in the package")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
