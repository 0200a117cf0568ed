/**
 * The real command lines against a stub of Alexa's skill management, in a copy of the tree. Run by {@code scripts/test
 * --rehearsal}, which installs what they need.
 */
@NullMarked
package io.crowdchart.interactionmodel.rehearsal;

import org.jspecify.annotations.NullMarked;
