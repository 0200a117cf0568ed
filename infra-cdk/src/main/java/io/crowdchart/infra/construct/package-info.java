/**
 * The parts of a chart in AWS: each a construct with a record of what it needs, and {@code grant…} methods that give others
 * exactly what they need of it.
 */
@NullMarked
package io.crowdchart.infra.construct;

import org.jspecify.annotations.NullMarked;
