/**
 * The Kafka topics between the steps, and the names of their columns: the one place where they are written down in Java.
 * The KSQL statements in {@code pipeline/ksql} are compared with these names by a test.
 */
@NullMarked
package io.crowdchart.model.topic;

import org.jspecify.annotations.NullMarked;
