package io.crowdchart.local.pipeline;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What the parts of the pipeline are told.
 *
 * @param plugin the Connect plugin
 * @param hashtag under which tag people vote
 * @param zone the time zone of the chart
 * @param jetstreamHosts where posts come from, {@code ws} or {@code wss} addresses with commas between them
 * @param jetstreamStart from where on, if nothing was read yet: {@code now} or {@code earliest}
 * @param heartbeat how often the source tells up to when it has seen posts
 */
public record PipelineSettings(
        Plugin plugin, String hashtag, ZoneId zone, String jetstreamHosts, String jetstreamStart, Duration heartbeat) {}
