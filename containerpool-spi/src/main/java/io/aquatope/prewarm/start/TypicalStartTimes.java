/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StartKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Expected start times of a new function: those typical of its namespace's functions or, if it has
 * none, of all namespaces. Each function has one vote in its namespace, and each namespace has one
 * among all. So a tenant whose starts take very long, however many there are, changes the
 * expectation for its own functions only.
 */
public final class TypicalStartTimes {

  /**
   * Maximum number of remembered namespaces; those without a start for longest are dropped first.
   */
  private static final int MOST_NAMESPACES = 4096;

  /**
   * The weight of the published simulations' start time against the namespaces of this pool, for
   * stem cells: a single namespace may decide about them, one of two may not.
   */
  private static final double STEM_CELL_PRIOR = 0.5;

  private final FunctionStartTimes all = FunctionStartTimes.expected();
  private final FunctionStartTimes ofStemCells = FunctionStartTimes.expected(STEM_CELL_PRIOR);

  /** In the order of the last start. */
  private final Map<String, FunctionStartTimes> namespaces =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FunctionStartTimes> eldest) {
          return size() > MOST_NAMESPACES;
        }
      };

  /** Start times of a function of which nothing else is known. */
  public FunctionStartTimes of(FunctionId function) {
    return namespaces.getOrDefault(function.namespace(), all).asPrior();
  }

  /** Start times for the value of stem cells, which serve all namespaces. */
  public FunctionStartTimes ofStemCells() {
    return ofStemCells;
  }

  /**
   * A function has started.
   *
   * @param times current knowledge of its starts
   */
  public void took(FunctionId function, FunctionStartTimes times, StartKind start, long nowMicros) {
    String name = function.namespace();
    FunctionStartTimes known = namespaces.remove(name);
    FunctionStartTimes namespace = known == null ? all.asPrior() : known;
    namespaces.put(name, namespace);
    namespace.typically(function.action(), times, start, nowMicros);
    all.typically(name, namespace, start, nowMicros);
    ofStemCells.typically(name, namespace, start, nowMicros);
  }
}
