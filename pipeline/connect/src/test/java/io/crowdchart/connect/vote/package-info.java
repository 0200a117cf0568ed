/** Tests of the package of the same name. */
@NullUnmarked
package io.crowdchart.connect.vote;

import org.jspecify.annotations.NullUnmarked;
