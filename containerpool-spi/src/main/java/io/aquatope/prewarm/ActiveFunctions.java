/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolView;
import io.aquatope.prewarm.forecast.FunctionWindow;
import io.aquatope.share.FairShares;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that each second's plan covers: those that were called in this window or are busy,
 * have containers, are expected to follow a call, or are likely to be called. All other functions
 * cost nothing meanwhile.
 */
final class ActiveFunctions {

  /**
   * Maximum number of recently called functions that are shown. If there are more, the namespace
   * that has most of them loses one. So an operator who looks for one tenant's function finds it,
   * however many functions another tenant calls.
   */
  private static final int MOST_RECENT = 1000;

  private final KnownFunctions known;

  /** Functions that were called or busy in the open window. */
  private final Set<FunctionOutlook> open = new LinkedHashSet<>();

  /** The most recently called functions. */
  private final FairShares<FunctionOutlook> recent = new FairShares<>(MOST_RECENT);

  private List<FunctionOutlook> likely = List.of();
  private List<FunctionOutlook> planned = List.of();
  private int plans;

  ActiveFunctions(KnownFunctions known) {
    this.known = known;
  }

  /** A function is called, or its number of busy containers changes. */
  void touch(FunctionOutlook outlook, long window) {
    if (open.add(outlook)) {
      outlook.catchUp(window);
    }
  }

  /** A function is called. */
  void called(FunctionOutlook outlook, long window) {
    touch(outlook, window);
    var unused = recent.put(outlook.function().id().namespace(), outlook);
  }

  /** Whether a function was called in the open window, or is busy. */
  boolean isOpen(FunctionOutlook outlook) {
    return open.contains(outlook);
  }

  /** A function is no longer known. */
  void forget(FunctionOutlook outlook) {
    open.remove(outlook);
    recent.remove(outlook.function().id().namespace(), outlook);
    outlook.forecasts().release();
  }

  /** Sets the functions of which a call may be worth a container, by their forecasts. */
  void setLikely(Collection<FunctionId> functions) {
    likely = new ArrayList<>(functions.size());
    for (FunctionId function : functions) {
      FunctionOutlook outlook = known.find(function);
      if (outlook != null) {
        likely.add(outlook);
      }
    }
  }

  /** Closes a window; returns the demand of the functions that were not silent in it. */
  List<FunctionWindow> close(long window, long next, long nowMicros) {
    List<FunctionWindow> closed = new ArrayList<>(open.size());
    for (FunctionOutlook outlook : open) {
      closed.add(new FunctionWindow(outlook.forecasts(), outlook.close(window, next, nowMicros)));
    }
    open.removeIf(outlook -> !outlook.isBusy());
    return closed;
  }

  /**
   * Begins a plan: those that it does not cover any more rest. Returns the functions that it
   * covers, in the order in which they became known.
   */
  List<FunctionOutlook> beginPlan(Set<FunctionSpec> expected, PoolView pool, long nowMicros) {
    List<FunctionOutlook> now = new ArrayList<>(planned.size());
    plans++;
    open.forEach(outlook -> enter(outlook, now));
    for (FunctionOutlook outlook : likely) {
      if (!outlook.forecasts().isReleased()) {
        enter(outlook, now);
      }
    }
    pool.functions().forEach(function -> enter(known.find(function), now));
    expected.forEach(function -> enter(known.find(function.id()), now));
    for (FunctionOutlook before : planned) {
      if (!before.isInPlan(plans)) {
        before.rest(nowMicros);
      }
    }
    planned = now;
    List<FunctionOutlook> ordered = new ArrayList<>(now);
    ordered.sort(Comparator.comparingInt(FunctionOutlook::serial));
    return ordered;
  }

  private void enter(@Nullable FunctionOutlook outlook, List<FunctionOutlook> plan) {
    if (outlook != null && outlook.enterPlan(plans)) {
      plan.add(outlook);
    }
  }

  /** The most recently called functions, and other planned ones, {@value #MOST_RECENT} at most. */
  List<FunctionOutlook> shown() {
    Set<FunctionOutlook> shown = new LinkedHashSet<>();
    recent.forEach(shown::add);
    for (FunctionOutlook outlook : planned) {
      if (shown.size() >= MOST_RECENT) {
        break;
      }
      if (!outlook.forecasts().isReleased()) {
        shown.add(outlook);
      }
    }
    return List.copyOf(shown);
  }
}
