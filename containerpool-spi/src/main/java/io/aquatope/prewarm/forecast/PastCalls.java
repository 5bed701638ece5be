/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.List;

/**
 * What others know of the calls of a function from before this pool saw it: a pool that has just
 * started, or an action that has just been updated, need not wait for a history of their own.
 */
@FunctionalInterface
public interface PastCalls {

  /** Nothing. */
  PastCalls NONE = function -> List.of();

  /**
   * A window of the past.
   *
   * @param arrivals calls in it, at least 0
   * @param peak most containers busy at the same time, at least 0
   */
  record Past(int arrivals, int peak) {}

  /**
   * The windows of {@code PrewarmSetup.WINDOW} before the one that has closed last, oldest first,
   * without gaps; none if nothing is known. Called where forecasts are made.
   */
  List<Past> of(FunctionId function);
}
