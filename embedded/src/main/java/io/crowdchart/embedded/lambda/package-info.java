/**
 * What Lambda is for a function, on loopback: the Runtime API, and a process that asks it for work with AWS's own runtime
 * interface client.
 *
 * <p>With {@code AWS_LAMBDA_INITIALIZATION_TYPE=snap-start} the client runs the hooks before a checkpoint, asks for {@code
 * /restore/next}, and runs the hooks after a restore when that is answered; no memory is really saved. Start at {@link
 * io.crowdchart.embedded.lambda.RuntimeApiStub}.
 */
@NullMarked
package io.crowdchart.embedded.lambda;

import org.jspecify.annotations.NullMarked;
