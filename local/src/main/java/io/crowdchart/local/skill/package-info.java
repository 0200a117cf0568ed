/**
 * The skill on this machine: the same handler class that runs on AWS Lambda, asked by what one types or by a raw Alexa
 * request on a loopback port.
 *
 * <p>A console is no Alexa: it understands typed words by the samples of the interaction model, and nothing is spoken. Start
 * at {@link io.crowdchart.local.skill.Conversation}.
 */
@NullMarked
package io.crowdchart.local.skill;

import org.jspecify.annotations.NullMarked;
