/**
 * What people say: the intents of the skill with the sentences that mean them, one source per language at the top of this
 * module, and a console's understanding of a typed sentence.
 *
 * <p>The understanding here is that of a console: it knows the samples and nothing else. Alexa also understands what is
 * only similar, and hears song titles without case or punctuation. Start at {@link
 * io.crowdchart.interactionmodel.InteractionModel#of}.
 */
@NullMarked
package io.crowdchart.interactionmodel;

import org.jspecify.annotations.NullMarked;
