/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.StemCell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of a policy's answers. Without them a pool would carry out half of a plan before it
 * reached the invalid part. Each check returns the answer, or throws.
 */
final class PolicyAnswers {

  private PolicyAnswers() {}

  /**
   * Checks a rank. Comparisons with NaN are false, so containers with such a rank would have no
   * order.
   */
  static double rank(double rank) {
    check(!Double.isNaN(rank), "a rank that is no number");
    return rank;
  }

  /** Checks the time of a plan. A time that is not in the future would be due again and again. */
  static long nextPlan(long planMicros, long nowMicros) {
    if (planMicros <= nowMicros) {
      throw new IllegalStateException(
          "next plan at %s µs, expected after %s µs".formatted(planMicros, nowMicros));
    }
    return planMicros;
  }

  static List<PoolAction> actions(@Nullable List<PoolAction> actions) {
    if (actions == null) {
      throw new IllegalStateException("no list of actions");
    }
    actions.forEach(PolicyAnswers::check);
    return actions;
  }

  private static void check(@Nullable PoolAction action) {
    if (action instanceof PoolAction.StartStemCells start) {
      check(isCount(start.count()) && isSort(start.stemCell()), action);
    } else if (action instanceof PoolAction.TopUpStemCells topUp) {
      check(isCount(topUp.total()) && isSort(topUp.stemCell()), action);
    } else if (action instanceof PoolAction.ExpireStemCells expire) {
      check(isCount(expire.limit()) && isSort(expire.stemCell()), action);
    } else if (action instanceof PoolAction.Prepare prepare) {
      boolean isDeep = prepare.depth() != null;
      check(isDeep && isCount(prepare.count()) && isFunction(prepare.function()), action);
    } else if (action instanceof PoolAction.Release release) {
      check(isCount(release.count()) && isFunction(release.function()), action);
    } else if (action instanceof PoolAction.Rerank rank) {
      check(rank.ranks().stream().noneMatch(r -> r.isNaN()) && isFunction(rank.function()), action);
    } else {
      throw new IllegalStateException("an unknown action: " + action);
    }
  }

  private static boolean isCount(int count) {
    return count >= 0;
  }

  private static boolean isSort(@Nullable StemCell sort) {
    return sort != null && sort.kind() != null && sort.memoryMb() > 0;
  }

  private static boolean isFunction(@Nullable FunctionSpec function) {
    return function != null;
  }

  private static void check(boolean makesSense, Object answer) {
    if (!makesSense) {
      throw new IllegalStateException("makes no sense: " + answer);
    }
  }
}
