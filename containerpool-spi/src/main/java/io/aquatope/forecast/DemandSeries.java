/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.forecast.Trigger;
import io.aquatope.models.forecast.Window;
import java.util.List;

/**
 * One function's demand, window by window without gaps.
 *
 * @param function its name in the trace
 * @param owner who owns it; functions of one owner are never split between training and measuring
 * @param trigger what calls it
 * @param windows consecutive windows, oldest first
 */
public record DemandSeries(
    String function, String owner, Trigger trigger, ImmutableList<Window> windows) {

  /** A series of the given windows. */
  public DemandSeries(String function, String owner, Trigger trigger, List<Window> windows) {
    this(function, owner, trigger, ImmutableList.copyOf(windows));
  }
}
