/**
 * A real, distributed Kafka Connect worker inside the JVM, and a typed client of its REST interface.
 *
 * <p>Plugins come from folders and have class loaders of their own: what a connector needs must be in its folder, the
 * application's class path does not help it. Placeholders like <code>${env:REDIS_HOST}</code> in a connector's
 * configuration are filled from the values given to the worker, not from the environment of the process. Start at {@link
 * io.crowdchart.embedded.connect.ConnectWorker}.
 */
@NullMarked
package io.crowdchart.embedded.connect;

import org.jspecify.annotations.NullMarked;
