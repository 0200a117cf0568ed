/** The server is tested with the JDK's WebSocket client, which is also what the connector uses. */
@NullMarked
package io.crowdchart.embedded.jetstream;

import org.jspecify.annotations.NullMarked;
