/**
 * A bad line between a client and a server on this machine: it goes dead, breaks, or leads to another server.
 *
 * <p>It works on bytes, so that any protocol may pass. Start at {@link io.crowdchart.embedded.proxy.FaultProxy}; {@link
 * io.crowdchart.embedded.proxy.TlsProxy} is a good line that is encrypted.
 */
@NullMarked
package io.crowdchart.embedded.proxy;

import org.jspecify.annotations.NullMarked;
