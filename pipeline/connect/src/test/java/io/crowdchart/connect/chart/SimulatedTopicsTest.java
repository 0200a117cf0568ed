package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.CommittedPositions;
import java.time.Duration;

class SimulatedTopicsTest extends ChartTopicsContract {

    private final SimulatedTopics topics = new SimulatedTopics(new TestClock(), Duration.ofDays(1), RANKING, PULSE);

    @Override
    ChartTopics topics() {
        return topics;
    }

    @Override
    void vote(String song, long votes) {
        topics.append(RANKING, offset -> Records.ranking(offset, song, votes));
        topics.appendMark(RANKING);
    }

    @Override
    void makeAnew(TopicPart part) {
        topics.makeAnew(part);
    }

    @Override
    void delete(TopicPart part) {
        topics.delete(part);
    }

    @Override
    void deleteBefore(TopicPart part, long offset) {
        topics.deleteBefore(part, offset);
    }

    @Override
    void commit(TopicPart part, Position position) {
        topics.committed().put(Records.partition(part), CommittedPositions.written(position));
    }
}
