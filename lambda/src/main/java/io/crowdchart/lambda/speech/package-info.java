/**
 * What the skill says. All words are in {@code messages_<language>.properties}; {@link
 * io.crowdchart.lambda.speech.Messages} gives them as typed calls, {@link io.crowdchart.lambda.speech.Speech} makes plain
 * text safe to speak.
 *
 * <p>Texts are plain until the very end: no markup in bundles or code, one escaping point. A title can hold anything that
 * fits into a post. Start at {@link io.crowdchart.lambda.speech.Messages#in}.
 */
@NullMarked
package io.crowdchart.lambda.speech;

import org.jspecify.annotations.NullMarked;
