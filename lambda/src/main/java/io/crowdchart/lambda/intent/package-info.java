/**
 * One handler for each thing that people can mean. A handler has no state: it reads the slots, asks the chart once and says
 * a {@link io.crowdchart.lambda.intent.Reply}.
 *
 * <p>A slot that was not filled may be missing or blank, and a number may be anything ("?", "-3"). A response always says
 * whether the session goes on: it does exactly if it ends with a question. Start at {@link
 * io.crowdchart.lambda.intent.SkillHandlers}.
 */
@NullMarked
package io.crowdchart.lambda.intent;

import org.jspecify.annotations.NullMarked;
