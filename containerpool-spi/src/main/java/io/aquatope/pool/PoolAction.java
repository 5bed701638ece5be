/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.List;

/**
 * A change that a policy requests from the pool. The pool carries it out as far as memory allows,
 * and never at the expense of running or waiting activations.
 */
public sealed interface PoolAction {

  /** Start {@code count} stem cells. */
  record StartStemCells(StemCell stemCell, int count) implements PoolAction {}

  /** Start as many stem cells as are missing to {@code total} ready and starting ones. */
  record TopUpStemCells(StemCell stemCell, int total) implements PoolAction {}

  /** Remove at most {@code limit} stem cells that became ready at or before {@code readyBy}. */
  record ExpireStemCells(StemCell stemCell, long readyByMicros, int limit) implements PoolAction {}

  /**
   * Prepare {@code count} containers for a function, to the given depth or to the {@linkplain
   * FunctionSpec#deepest deepest} that the function allows. A function whose deepest level is stem
   * cells gets none.
   */
  record Prepare(FunctionSpec function, PreparationDepth depth, int count) implements PoolAction {

    /** Prepares to the deepest level that the function allows. */
    public Prepare(FunctionSpec function, int count) {
      this(function, PreparationDepth.INITIALISED, count);
    }
  }

  /** Release {@code count} idle containers of a function, the longest unused first. */
  record Release(FunctionSpec function, int count) implements PoolAction {}

  /**
   * Rerank the idle containers of a function for eviction, see {@link PoolPolicy#evictionRank}.
   *
   * @param ranks of the containers that would be used first, in this order; the others keep their
   *     ranks
   */
  record Rerank(FunctionSpec function, List<Double> ranks) implements PoolAction {

    public Rerank {
      ranks = List.copyOf(ranks);
    }
  }
}
