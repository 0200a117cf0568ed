package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one partition.
 *
 * @param place what the cache said
 * @param acknowledged the furthest position that the cache had confirmed to this task before it said so
 * @param checked the position that was found sound the last time
 * @param committed the position that a task before this one has left in Kafka
 * @param part what Kafka said after the cache
 * @param now the time
 */
record Evidence(
        Optional<Place> place,
        Optional<Position> acknowledged,
        Optional<Position> checked,
        Optional<Position> committed,
        PartNow part,
        Instant now) {}
