/**
 * {@code scripts/chart doctor}: looks at every link of a running chart, and says which one is broken.
 *
 * <p>A check is one class; it asks, and judges what it was answered. What cannot be asked is a finding too, and keeps no
 * other check from its work. Nothing is changed anywhere. Start at {@link io.crowdchart.operations.doctor.DoctorCommand}.
 */
@NullMarked
package io.crowdchart.operations.doctor;

import org.jspecify.annotations.NullMarked;
