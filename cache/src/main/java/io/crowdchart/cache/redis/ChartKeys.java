package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The layout of the charts in Redis.
 *
 * <p>A chart is a sorted set: member = canonical song, score = minus its votes. {@link #TITLES} is a hash from canonical
 * song to display title. {@link #STATE} is a hash with everything else, by the fields named here.
 *
 * <p>Charts of days and hours expire. Titles stay when a song leaves all charts, since they come only once; the hash grows
 * with the number of different songs ever named, as the tables it comes from do.
 */
public final class ChartKeys {

    /** In the name of every key, so that all are in one slot of a cluster. */
    public static final String HASH_TAG = KeySpace.HASH_TAG;

    /** What all keys match, for access rules. */
    public static final String PATTERN = HASH_TAG + ":*";

    /** Hash: display title by canonical song. */
    public static final String TITLES = KeySpace.LIVE.titles();

    /** Hash: positions, pulses, totals, the time of the last write, the mark of a rebuild. */
    public static final String STATE = KeySpace.LIVE.state();

    /** Field of the state: the time of the last write, in milliseconds since 1970. */
    public static final String WRITTEN_AT = "written-at";

    /**
     * Field of the state: there while a rebuild is asked for or at work; {@link #ASKED}, or who is at work. The keys of
     * charts in the making are those of the charts that are read, with {@code rebuild:<builder>:} after the hash tag.
     */
    public static final String REBUILD = "rebuild";

    /** Field of the state: the last sign of life of a rebuild, in milliseconds since 1970. */
    public static final String REBUILD_AT = "rebuild-at";

    /** Value of {@link #REBUILD}: nobody is at work yet. */
    public static final String ASKED = "asked";

    /** How the fields of pulses begin; the name of the source follows. */
    public static final String PULSE_PREFIX = "pulse:";

    private static final String POSITION_PREFIX = "position:";
    private static final String CONFIRMED_PREFIX = "confirmed-at:";
    private static final String TOTAL_PREFIX = "votes:";

    private ChartKeys() {}

    /** The key of a chart. */
    public static String chart(ChartWindow window) {
        return KeySpace.LIVE.chart(window);
    }

    /** Field of the state: the position in a partition, see {@link #positionValue}. */
    public static String position(TopicPart part) {
        return POSITION_PREFIX + part.topic() + ":" + part.partition();
    }

    /** A position as it is stored: the offset of the record to read next, a blank, the id of the topic. */
    public static String positionValue(Position position) {
        return position.offset() + " " + position.topicId();
    }

    /** The position of a stored value. */
    public static Position positionOfValue(String value) {
        int blank = value.indexOf(' ');
        return new Position(value.substring(blank + 1), Long.parseLong(value.substring(0, blank)));
    }

    /**
     * Field of the state: when it was last known that there was nothing else to read in a partition, in milliseconds since
     * 1970.
     */
    public static String confirmedAt(TopicPart part) {
        return CONFIRMED_PREFIX + part.topic() + ":" + part.partition();
    }

    /** The partition of a position's field; nothing if the field is another one. */
    public static Optional<TopicPart> positionOf(String field) {
        if (!field.startsWith(POSITION_PREFIX)) {
            return Optional.empty();
        }
        int end = field.lastIndexOf(':');
        return Optional.of(new TopicPart(
                field.substring(POSITION_PREFIX.length(), end), Integer.parseInt(field.substring(end + 1))));
    }

    /** Field of the state: the number of votes in a chart; missing when the chart has none. */
    public static String total(ChartWindow window) {
        return TOTAL_PREFIX + window.name();
    }

    /** The chart of a total's field; nothing if the field is another one. */
    public static Optional<ChartWindow> totalOf(String field) {
        return field.startsWith(TOTAL_PREFIX)
                ? KeySpace.windowNamed(field.substring(TOTAL_PREFIX.length()))
                : Optional.empty();
    }

    /** Field of the state: the pulse of a source, see {@link #pulseValue}. */
    public static String pulse(String source) {
        return PULSE_PREFIX + source;
    }

    /** A pulse as it is stored: microseconds since 1970, a blank, the time zone. */
    public static String pulseValue(Pulse pulse) {
        return pulse.seenAtMicros() + " " + pulse.zone().getId();
    }

    /** The pulse of a stored value. */
    public static Pulse pulseOf(String value) {
        int blank = value.indexOf(' ');
        return new Pulse(Long.parseLong(value.substring(0, blank)), ZoneId.of(value.substring(blank + 1)));
    }
}
