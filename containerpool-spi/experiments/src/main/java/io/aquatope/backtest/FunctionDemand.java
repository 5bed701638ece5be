/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.trace.DemandSeries;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.input.ContainersPerMinute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One function's demand, the input of forecasters: minute by minute, without gaps.
 *
 * @param function its name in the trace
 * @param owner of the function; functions of one owner are never split between training and
 *     measuring
 * @param trigger of its calls
 * @param windows consecutive minutes, oldest first, numbered since 1970
 */
public record FunctionDemand(
    String function, String owner, FunctionTrigger trigger, ImmutableList<DemandWindow> windows) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The demand of the given windows. */
  public FunctionDemand(
      String function, String owner, FunctionTrigger trigger, List<DemandWindow> windows) {
    this(function, owner, trigger, ImmutableList.copyOf(windows));
  }

  /**
   * The demand of all functions of a trace. If the trace knows no more than one owner, each
   * application counts as an owner of its own.
   */
  public static List<FunctionDemand> of(Trace trace) {
    boolean oneOwner =
        trace.functions().stream().map(one -> one.spec().id().namespace()).distinct().count() < 2;
    List<DemandSeries> series = DemandSeries.of(trace, MINUTE);
    List<FunctionDemand> demands = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      TraceFunction function = trace.functions().get(i);
      String app = function.app().isEmpty() ? series.get(i).name() : function.app();
      String owner = oneOwner ? app : function.spec().id().namespace();
      FunctionTrigger trigger = FunctionTrigger.of(function.trigger().name());
      demands.add(new FunctionDemand(series.get(i).name(), owner, trigger, windows(series.get(i))));
    }
    return demands;
  }

  /**
   * The demand in a table of containers per minute, see {@link ContainersPerMinute}. Each
   * application counts as an owner.
   */
  public static List<FunctionDemand> of(List<DemandSeries> applications) {
    return applications.stream()
        .map(
            app ->
                new FunctionDemand(app.name(), app.name(), FunctionTrigger.UNKNOWN, windows(app)))
        .toList();
  }

  private static List<DemandWindow> windows(DemandSeries series) {
    long first = Math.floorDiv(series.start().getEpochSecond(), MINUTE.toSeconds());
    List<DemandWindow> windows = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      int arrivals = series.hasArrivals() ? series.arrivals(i) : series.peak(i);
      windows.add(new DemandWindow(first + i, arrivals, series.peak(i)));
    }
    return windows;
  }
}
