/**
 * Which titles are said, and how: they come from whoever posts, and not everything is said by everybody's speaker.
 *
 * <p>Every title goes through {@link io.crowdchart.lambda.title.TitleRules} before it is spoken, shown or told to Alexa, also
 * one that was only heard. The words are in {@code profanity_<language>.txt}.
 */
@NullMarked
package io.crowdchart.lambda.title;

import org.jspecify.annotations.NullMarked;
