/** Tests of the templates, which need Node but no account: see {@link SynthesisedApp}. */
@NullMarked
package io.crowdchart.infra;

import org.jspecify.annotations.NullMarked;
