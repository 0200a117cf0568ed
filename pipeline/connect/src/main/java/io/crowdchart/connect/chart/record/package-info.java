/**
 * Records of the charted topics, as bytes: what they say about the charts, and what becomes of those that cannot be used.
 * There is one decoder, for records that Connect brings and for those that a rebuild reads. Start at {@link
 * io.crowdchart.connect.chart.record.RecordDecoder}.
 */
@NullMarked
package io.crowdchart.connect.chart.record;

import org.jspecify.annotations.NullMarked;
