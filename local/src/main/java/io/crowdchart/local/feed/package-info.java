/**
 * Feeds: events of a social network as JSON lines in the Jetstream v1 envelope. The {@link
 * io.crowdchart.local.feed.FeedGenerator} makes them from a seed, together with the chart that they must give; a {@link
 * io.crowdchart.local.feed.Feed} reads them from a file; the {@link io.crowdchart.local.feed.FeedPlayer} plays them through
 * the loopback Jetstream server.
 *
 * <p>All accounts and posts in a generated feed are invented; the song titles are real ones.
 */
@NullMarked
package io.crowdchart.local.feed;

import org.jspecify.annotations.NullMarked;
