/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionSpec;

/**
 * Demand that follows from a recent event: between two times, with a probability, a number of
 * additional simultaneous containers of a function is needed.
 *
 * <p>A stage of uncertain width gives several expectations, each in addition to the one before: the
 * first few containers with the greatest probability, the next ones with less. {@code probability ·
 * count} adds up to the expected number of containers.
 *
 * @param function the function that is likely to be called
 * @param probability from 0 to 1, given that it has not been called until now
 * @param fromMicros earliest time of the call; may have passed
 * @param toMicros time at which the expectation ends if the call has not come
 * @param count number of additional containers, at least 1
 */
public record ExpectedDemand(
    FunctionSpec function, double probability, long fromMicros, long toMicros, int count) {

  /** Takes expectations one by one, without an object for each. */
  public interface Visitor {

    /**
     * Begins the expectations of a cause. They are its complete consequences now, and replace the
     * earlier ones of the same cause.
     */
    default void because(DemandCause cause) {}

    /** One expectation; the arguments are those of {@link ExpectedDemand}. */
    void expect(
        FunctionSpec function, double probability, long fromMicros, long toMicros, int count);
  }
}
