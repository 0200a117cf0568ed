/** Which charts people mean, and what has moved between two of them. */
@NullMarked
package io.crowdchart.lambda.chart;

import org.jspecify.annotations.NullMarked;
