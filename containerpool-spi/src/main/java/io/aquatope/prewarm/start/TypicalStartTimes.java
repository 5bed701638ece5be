/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StartKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Start times to be expected of a function that is new: those typical of its namespace's functions,
 * or if it has none, of all namespaces. Each function has one vote in its namespace, and each
 * namespace has one among all. So one tenant whose starts take very long, however many there are,
 * changes what is expected of its own functions only.
 */
public final class TypicalStartTimes {

  /** Namespaces that are remembered; those without a start for longest are forgotten. */
  private static final int MOST_NAMESPACES = 4096;

  /**
   * The weight of what published simulations use against the namespaces of this pool, for stem
   * cells: the only namespace that there is may decide about them, one of two may not.
   */
  private static final double STEM_CELL_PRIOR = 0.5;

  private static final boolean BY_ACCESS = true;

  private final FunctionStartTimes all = FunctionStartTimes.expected();
  private final FunctionStartTimes ofStemCells = FunctionStartTimes.expected(STEM_CELL_PRIOR);
  private final Map<String, FunctionStartTimes> namespaces =
      new LinkedHashMap<>(16, 0.75f, BY_ACCESS) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FunctionStartTimes> eldest) {
          return size() > MOST_NAMESPACES;
        }
      };

  /** Those of a function of which nothing else is known. */
  public FunctionStartTimes of(FunctionId function) {
    return namespaces.getOrDefault(function.namespace(), all).asPrior();
  }

  /** Those that the worth of stem cells is reckoned by, which serve all. */
  public FunctionStartTimes ofStemCells() {
    return ofStemCells;
  }

  /**
   * A function has started.
   *
   * @param times what is known of its starts now
   */
  public void took(FunctionId function, FunctionStartTimes times, StartKind start, long nowMicros) {
    String name = function.namespace();
    FunctionStartTimes namespace = namespaces.computeIfAbsent(name, n -> all.asPrior());
    namespace.typically(function.action(), times, start, nowMicros);
    all.typically(name, namespace, start, nowMicros);
    ofStemCells.typically(name, namespace, start, nowMicros);
  }
}
