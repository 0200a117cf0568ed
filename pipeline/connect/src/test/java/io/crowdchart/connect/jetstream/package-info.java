/** Tests of the package of the same name. */
@NullUnmarked
package io.crowdchart.connect.jetstream;

import org.jspecify.annotations.NullUnmarked;
