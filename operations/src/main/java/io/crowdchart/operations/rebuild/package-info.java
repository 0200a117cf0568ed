/**
 * Asking for a rebuild of the charts, and watching it.
 *
 * <p>The command itself rebuilds nothing: it leaves a mark in the cache, which a sink takes on. What it sees of the rebuild is
 * the mark and its last sign of life. Start at {@link io.crowdchart.operations.rebuild.RebuildCommand}.
 */
@NullMarked
package io.crowdchart.operations.rebuild;

import org.jspecify.annotations.NullMarked;
