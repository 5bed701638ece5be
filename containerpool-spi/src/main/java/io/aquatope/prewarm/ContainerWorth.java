/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

/**
 * Assessment of one container in a slot.
 *
 * @param probability that it is needed in the slot
 * @param source origin of the probability
 * @param valueSeconds the delay that having it is expected to save, in seconds
 * @param costSeconds the cost of its memory, in seconds of delay
 */
public record ContainerWorth(
    double probability, Source source, double valueSeconds, double costSeconds) {

  /** Origin of the probability that a container is needed. */
  public enum Source {
    FORECAST,
    SUCCESSOR
  }
}
