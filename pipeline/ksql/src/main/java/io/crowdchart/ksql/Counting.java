package io.crowdchart.ksql;

import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.util.List;
import java.util.stream.Stream;

/** The three ways in which votes are counted. */
enum Counting {
    ALL_TIME(Topic.BALLOTS, Topic.SONG_RANKING, ""),
    DAILY(Topic.DAILY_BALLOTS, Topic.DAILY_RANKING, Column.DAY),
    HOURLY(Topic.HOURLY_BALLOTS, Topic.HOURLY_RANKING, Column.HOUR);

    private final Topic ballots;
    private final Topic ranking;
    private final String window;

    Counting(Topic ballots, Topic ranking, String window) {
        this.ballots = ballots;
        this.ranking = ranking;
        this.window = window;
    }

    /** One row a voter and song. */
    Topic ballots() {
        return ballots;
    }

    /** One row a song. */
    Topic ranking() {
        return ranking;
    }

    /** The key of the ranking, in the order of its columns. */
    List<String> rankingColumns() {
        return window.isEmpty() ? List.of(Column.SONG) : List.of(window, Column.SONG);
    }

    /** The key of the ballots, in the order of its columns: the key of the ranking, then the voter. */
    List<String> ballotColumns() {
        return Stream.concat(rankingColumns().stream(), Stream.of(Column.VOTER)).toList();
    }
}
