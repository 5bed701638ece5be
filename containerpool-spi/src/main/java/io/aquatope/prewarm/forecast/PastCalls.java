/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.List;

/**
 * Past calls of a function from before this pool saw it. A pool that has just started, or an action
 * that has just been updated, then need not wait for a history of its own.
 */
@FunctionalInterface
public interface PastCalls {

  /** No past calls. */
  PastCalls NONE = function -> List.of();

  /**
   * A window of the past.
   *
   * @param arrivals calls in it, at least 0
   * @param peak most containers busy at the same time, at least 0
   */
  record Past(int arrivals, int peak) {}

  /**
   * The windows of {@code PrewarmSetup.WINDOW} before the most recently closed one, oldest first,
   * without gaps; none if nothing is known. Called on the thread of forecasts.
   */
  List<Past> of(FunctionId function);
}
