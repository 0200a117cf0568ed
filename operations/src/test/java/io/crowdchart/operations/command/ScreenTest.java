package io.crowdchart.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 'votes [..............................] 0 of 1,000'",
        "500, 1000, 'votes [###############...............] 500 of 1,000'",
        "1000, 1000, 'votes [##############################] 1,000 of 1,000'",
        "1001, 1000, 'votes [##############################] 1,001 of 1,000'",
        "0, 0, 'votes [##############################] 0 of 0'"
    })
    void at_a_terminal_a_bar_shows_how_far_a_step_is(long done, long all, String shown) {
        screen(true).progress("votes", done, all);

        assertThat(err.toString(UTF_8)).isEqualTo("\r\u001B[2K" + shown);
    }

    @Test
    void a_bar_makes_way_for_a_result() {
        Screen screen = screen(true);
        screen.progress("votes", 1, 2);
        err.reset();

        screen.result("no differences");

        assertThat(err.toString(UTF_8)).isEqualTo("\r\u001B[2K");
        assertThat(out.toString(UTF_8)).isEqualTo("no differences" + System.lineSeparator());
    }

    @Test
    void without_a_terminal_nothing_moves() {
        screen(false).progress("votes", 1, 2);

        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private Screen screen(boolean terminal) {
        return new Screen(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                new BufferedReader(new StringReader("")),
                terminal);
    }
}
