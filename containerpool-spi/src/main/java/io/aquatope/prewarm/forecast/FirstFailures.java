/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.forecast.ForecastRound.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first exception of each kind. A kind is a class of exception at one place in the code. */
final class FirstFailures {

  /** Maximum number of reported kinds; a model has a few at most. */
  private static final int MOST_KINDS = 16;

  private final Set<String> kinds = new HashSet<>();
  private final List<Failure> untold = new ArrayList<>();

  void add(FunctionId function, Throwable cause) {
    if (kinds.size() < MOST_KINDS && kinds.add(kind(cause))) {
      untold.add(new Failure(function, cause));
    }
  }

  private static String kind(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** Takes the failures that have not been taken yet. */
  List<Failure> take() {
    List<Failure> taken = List.copyOf(untold);
    untold.clear();
    return taken;
  }
}
