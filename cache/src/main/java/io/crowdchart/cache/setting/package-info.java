/** Reading settings that people write: every fault is collected and named, so that they are told at once. */
@NullMarked
package io.crowdchart.cache.setting;

import org.jspecify.annotations.NullMarked;
