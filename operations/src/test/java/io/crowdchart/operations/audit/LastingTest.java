package io.crowdchart.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastingTest {

    private final Lasting lasting = new Lasting();

    @Test
    void a_difference_lasts_from_the_look_that_first_found_it_so() {
        lasting.look(List.of(difference("july", "1")), 10);
        lasting.look(List.of(difference("july", "1")), 20);
        assertThat(lasting.isAllSameSince(9)).isFalse();
        assertThat(lasting.isAllSameSince(10)).isTrue();
        lasting.look(List.of(difference("july", "2")), 30);
        assertThat(lasting.isAllSameSince(29)).isFalse();
        assertThat(lasting.isAllSameSince(30)).isTrue();
    }

    @Test
    void only_places_that_differed_at_every_look_are_told() {
        lasting.look(List.of(difference("stays", "1"), difference("goes", "1"), difference("comes and goes", "1")), 10);
        lasting.look(List.of(difference("stays", "2"), difference("goes", "1")), 20);
        lasting.look(List.of(difference("stays", "3"), difference("comes and goes", "1"), difference("new", "1")), 30);
        assertThat(lasting.since(10)).extracting(Difference::toString).containsExactly("stays: found 3, expected none");
        assertThat(lasting.since(30)).hasSize(3);
        lasting.forget();
        assertThat(lasting.since(30)).isEmpty();
    }

    private static Difference difference(String where, String found) {
        return Difference.inCache(where, found, "none");
    }
}
