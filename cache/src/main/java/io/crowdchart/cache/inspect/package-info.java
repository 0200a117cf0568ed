/**
 * Looking into the charts as they are stored: for operators and audits, not for answers.
 *
 * <p>Unlike a reader it walks through everything there is, page by page, and therefore sees no single moment: what is written
 * meanwhile may be seen or not. Start at {@link io.crowdchart.cache.inspect.ChartInspection}.
 */
@NullMarked
package io.crowdchart.cache.inspect;

import org.jspecify.annotations.NullMarked;
