/**
 * Whether the charts in the cache can be trusted, and making them anew when they cannot.
 *
 * <p>Every second the cache is looked at and Kafka is asked; {@link io.crowdchart.connect.chart.rebuild.Judge} compares the
 * two. A chart that is missing, belongs to other topics, went back or is too old is made anew from all records, beside the
 * one that is read, by whichever task comes first. Start at {@link io.crowdchart.connect.chart.rebuild.Caretaker}.
 */
@NullMarked
package io.crowdchart.connect.chart.rebuild;

import org.jspecify.annotations.NullMarked;
