/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Values that the user states for what a trace does not contain.
 *
 * @param runMicros the run time of each call, in microseconds
 * @param memoryMb the memory of each function, in MB
 */
public record StatedAssumptions(OptionalLong runMicros, OptionalInt memoryMb) {

  /** Nothing is stated. */
  public static final StatedAssumptions NONE =
      new StatedAssumptions(OptionalLong.empty(), OptionalInt.empty());
}
