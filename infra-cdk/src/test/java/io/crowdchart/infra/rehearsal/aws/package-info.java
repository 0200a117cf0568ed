/**
 * As much of AWS as {@code cdk bootstrap}, {@code deploy}, {@code diff} and {@code destroy} talk to, on loopback.
 *
 * <p>Each service answers what its documented interface answers, from the state that earlier calls left in the
 * {@link io.crowdchart.infra.rehearsal.aws.Account}: without the bootstrap stack there is no bucket to upload to and no role to
 * take on. A call, or a parameter of one, that is not known here is refused and kept in
 * {@link io.crowdchart.infra.rehearsal.aws.AwsStub#refused}. Nothing is provisioned: resources get names, not lives. Begin
 * with {@link io.crowdchart.infra.rehearsal.aws.AwsStub}.
 */
@NullMarked
package io.crowdchart.infra.rehearsal.aws;

import org.jspecify.annotations.NullMarked;
