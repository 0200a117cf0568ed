/** Tests of the package of the same name. */
@NullUnmarked
package io.crowdchart.connect.post;

import org.jspecify.annotations.NullUnmarked;
