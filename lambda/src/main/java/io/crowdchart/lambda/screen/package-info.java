/**
 * What the skill shows on devices with a screen: APL documents, which are resources of this package, and their data.
 *
 * <p>The documents have no imports and use no feature after APL 1.4. The SDK leaves out whatever is empty when it writes a
 * response, so that no document and no data may need an empty value. Texts in the data are marked-up text for APL: titles
 * are escaped in one place. Start at {@link io.crowdchart.lambda.screen.Screen}.
 */
@NullMarked
package io.crowdchart.lambda.screen;

import org.jspecify.annotations.NullMarked;
