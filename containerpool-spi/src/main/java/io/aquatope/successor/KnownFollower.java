/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.FunctionSpec;

/**
 * A function that is called as a later stage of a workflow, as known from another source: the
 * workflow was declared, or other invokers have run it.
 *
 * @param function at the revision that will be called
 * @param followed number of the instances in which it was called here, at least 0
 * @param instances of the workflow that this rests on, at least {@code followed} and more than 0
 * @param delayMicros mean delay from the call that it follows to its own call; at least 0
 * @param delays number of measured delays; 0 if the delay is a guess
 */
public record KnownFollower(
    FunctionSpec function, double followed, double instances, long delayMicros, double delays) {

  /** The weight of a declaration, in instances that ran as declared. */
  public static final double DECLARED = 4;

  public KnownFollower {
    checkArgument(
        followed >= 0 && instances >= followed && instances > 0,
        "followed in %s of %s instances, expected no more than all",
        followed,
        instances);
    checkArgument(delayMicros >= 0, "a delay of %s µs, expected at least 0", delayMicros);
    checkArgument(delays >= 0, "%s delays, expected at least 0", delays);
  }
}
