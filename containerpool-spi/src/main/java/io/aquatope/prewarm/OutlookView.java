/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.List;
import java.util.Map;

/**
 * What the policy {@code aquatope} knows, for who measures and shows it. Live: to be asked during
 * the call that hands it over. What it returns stays as it is.
 */
public interface OutlookView {

  /** How many functions are known. */
  int functions();

  /** How many functions OpenWhisk's rule decides about, by why. */
  Map<FallbackReason, Integer> fallenBack();

  /**
   * The mean {@linkplain OutlookSnapshot#coverage coverage} of the functions that have been
   * forecast.
   */
  double coverage();

  /**
   * The functions called last, and others that were planned, as they are now: a thousand at most.
   * Takes some microseconds for each.
   */
  List<OutlookSnapshot> all();
}
