/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.List;
import java.util.Map;

/**
 * View of the policy {@code aquatope} for metrics and displays. Live: use it only during the call
 * that passes it. The values that it returns do not change.
 */
public interface OutlookView {

  /** Number of known functions. */
  int functions();

  /** Number of functions that OpenWhisk's rule decides about, by reason. */
  Map<FallbackReason, Integer> fallenBack();

  /**
   * The mean {@linkplain OutlookSnapshot.Demand#coverage coverage} of the functions that have been
   * forecast.
   */
  double coverage();

  /**
   * The most recently called functions, and other planned ones, as they are now: a thousand at
   * most. Takes some microseconds for each.
   */
  List<OutlookSnapshot> all();
}
