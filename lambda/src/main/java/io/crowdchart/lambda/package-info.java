/**
 * The Alexa skill on AWS Lambda: a request comes in, one question goes to the {@link
 * io.crowdchart.cache.read.ChartReader}, its answer is put into words.
 *
 * <p>The SDK calls no exception handler when no request handler takes a request: the last one takes all. Lambda calls the
 * constructor without arguments once and then one request at a time. Start at {@link
 * io.crowdchart.lambda.ChartSkillHandler}. {@link io.crowdchart.lambda.FreshnessProbe} is a second function in the same
 * package; both find the charts by {@link io.crowdchart.lambda.ChartsConfig}.
 */
@NullMarked
package io.crowdchart.lambda;

import org.jspecify.annotations.NullMarked;
