/**
 * A Jetstream server on loopback: it plays a feed to the real source connector, and plays tricks on it in tests.
 *
 * <p>It speaks the v1 wire: {@code /subscribe?wantedCollections=…&cursor=…}, one JSON object a frame. Every client has its
 * own place in one list of events, so a slow one holds nobody up and needs no memory of its own. A cursor from 10^15 on is a
 * time in microseconds and is replayed from the first event that is not older; no cursor, or one after the newest event, is
 * the live tail. Start at {@link io.crowdchart.embedded.jetstream.JetstreamServer}.
 */
@NullMarked
package io.crowdchart.embedded.jetstream;

import org.jspecify.annotations.NullMarked;
