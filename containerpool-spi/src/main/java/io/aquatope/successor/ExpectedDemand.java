/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionSpec;

/**
 * Demand that something which has just happened makes likely: between two times, with a
 * probability, so many more simultaneous containers of a function are needed.
 *
 * <p>A stage whose width is not certain gives several, one on top of the other: the first few
 * containers with the greatest probability, the next ones with less. {@code probability · count}
 * adds up to the expected number of containers.
 *
 * @param function the function that is likely to be called
 * @param probability from 0 to 1, given that it has not been called until now
 * @param fromMicros when it may be called at the earliest; may have passed
 * @param toMicros when the expectation is over, if the call has not come
 * @param count how many containers more, at least 1
 */
public record ExpectedDemand(
    FunctionSpec function, double probability, long fromMicros, long toMicros, int count) {

  /** Takes expectations one by one, without an object for each. */
  public interface Visitor {

    /**
     * The expectations told next have this cause. They are all that it leads to now, and replace
     * what was told of it before.
     */
    default void because(DemandCause cause) {}

    /** One expectation; the arguments are those of {@link ExpectedDemand}. */
    void expect(
        FunctionSpec function, double probability, long fromMicros, long toMicros, int count);
  }
}
