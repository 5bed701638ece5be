/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The containers of one function.
 *
 * @param busy those that run, or start for, at least one activation
 * @param idle those that have run the function and run nothing now
 * @param prepared those prepared ahead of calls and not used yet
 * @param preparing those being prepared
 */
public record FunctionCount(int busy, int idle, int prepared, int preparing) {

  /** No container. */
  public static final FunctionCount NONE = new FunctionCount(0, 0, 0, 0);

  /** The sum of both. */
  public FunctionCount plus(FunctionCount other) {
    return new FunctionCount(
        busy + other.busy,
        idle + other.idle,
        prepared + other.prepared,
        preparing + other.preparing);
  }

  /** Number of containers that can take a call without a cold start, now or soon. */
  public int ready() {
    return idle + prepared + preparing;
  }
}
