/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cheapest choice of a {@link MeasuredWorkflow} that meets QoS, found with full knowledge of
 * the measurements.
 *
 * <p>First, it drops candidates that another candidate of the stage dominates: one that costs no
 * more, and is no slower in any common draw. That loses no solution, as the end-to-end latency
 * grows with the latency of each stage. Then follows depth-first branch and bound, stages with the
 * widest cost range first. It abandons a partial choice when the cheapest completion costs no less
 * than the best known choice. It also abandons a choice that violates QoS even if each open stage
 * were as fast in each draw as the fastest candidate that the remaining money buys. The search
 * starts from the result of a local search by single and paired exchanges. Up to {@value
 * #MAX_NODES} nodes the answer is exact. Beyond, it is the best choice found until then.
 */
public final class Oracle {

  private static final int MAX_NODES = 60_000;

  private final MeasuredWorkflow workflow;
  private final int[][] candidates;
  private final int[] order;
  private final double[] cheapestFrom;
  private int nodes;
  private double bestCost = Double.POSITIVE_INFINITY;
  private int[] best = new int[0];

  private Oracle(MeasuredWorkflow workflow) {
    this.workflow = workflow;
    int n = workflow.problem().size();
    candidates = new int[n][];
    for (int s = 0; s < n; s++) {
      candidates[s] = undominated(s);
    }
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer s) -> -costRange(s)))
            .mapToInt(Integer::intValue)
            .toArray();
    cheapestFrom = new double[n + 1];
    for (int depth = n - 1; depth >= 0; depth--) {
      cheapestFrom[depth] = cheapestFrom[depth + 1] + cost(order[depth], 0);
    }
  }

  /** The answer, or nothing if no choice meets QoS. */
  public static Optional<Solution> solve(MeasuredWorkflow workflow) {
    Oracle oracle = new Oracle(workflow);
    oracle.localSearch();
    int n = workflow.problem().size();
    oracle.branch(0, new int[n], 0);
    return oracle.best.length == 0
        ? Optional.empty()
        : Optional.of(
            new Solution(Choice.of(oracle.best), oracle.bestCost, oracle.nodes <= MAX_NODES));
  }

  /**
   * The oracle's answer.
   *
   * @param choice the choice to use
   * @param cost its expected cost per run
   * @param exact whether the search was exhaustive
   */
  public record Solution(Choice choice, double cost, boolean exact) {}

  /** Undominated candidates of a stage, cheapest first. */
  private int[] undominated(int stage) {
    int size = workflow.problem().stages().get(stage).size();
    int[] byCost =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> workflow.stageCost(stage, c)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Integer> kept = new ArrayList<>();
    for (int c : byCost) {
      double[] latencies = workflow.stageLatencies(stage, c);
      if (kept.stream()
          .noneMatch(k -> fasterOrEqual(workflow.stageLatencies(stage, k), latencies))) {
        kept.add(c);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean fasterOrEqual(double[] a, double[] b) {
    for (int r = 0; r < a.length; r++) {
      if (a[r] > b[r]) {
        return false;
      }
    }
    return true;
  }

  private double cost(int stage, int rank) {
    return workflow.stageCost(stage, candidates[stage][rank]);
  }

  private double costRange(int stage) {
    return cost(stage, candidates[stage].length - 1) - cost(stage, 0);
  }

  private void localSearch() {
    int n = candidates.length;
    int[] ranks = new int[n];
    for (int s = 0; s < n; s++) {
      ranks[s] = fastest(s);
    }
    if (!feasible(ranks)) {
      return;
    }
    keep(ranks);
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int s = 0; s < n; s++) {
        improved |= exchange(ranks, s, s);
      }
      for (int s = 0; s < n && !improved; s++) {
        for (int t = 0; t < n && !improved; t++) {
          improved = s != t && exchange(ranks, s, t);
        }
      }
    }
  }

  /** Makes the cheapest feasible change of stages s and t, if it saves anything. */
  private boolean exchange(int[] ranks, int s, int t) {
    int[] trial = ranks.clone();
    for (trial[s] = 0; trial[s] < candidates[s].length; trial[s]++) {
      int lastOfT = s == t ? trial[s] : candidates[t].length - 1;
      for (int r = s == t ? trial[s] : 0; r <= lastOfT; r++) {
        trial[t] = r;
        if (total(trial) >= bestCost * (1 - 1e-12)) {
          break;
        }
        if (feasible(trial)) {
          System.arraycopy(trial, 0, ranks, 0, ranks.length);
          keep(ranks);
          return true;
        }
      }
    }
    return false;
  }

  private int fastest(int stage) {
    int best = 0;
    for (int r = 1; r < candidates[stage].length; r++) {
      best = level(stage, r) < level(stage, best) ? r : best;
    }
    return best;
  }

  private double level(int stage, int rank) {
    double[] sorted = workflow.stageLatencies(stage, candidates[stage][rank]).clone();
    Arrays.sort(sorted);
    return sorted[(int) (workflow.problem().quantile() * sorted.length)];
  }

  private double total(int[] ranks) {
    double sum = 0;
    for (int s = 0; s < ranks.length; s++) {
      sum += cost(s, ranks[s]);
    }
    return sum;
  }

  private boolean feasible(int[] ranks) {
    return workflow.feasible(choice(ranks));
  }

  private Choice choice(int[] ranks) {
    return Choice.of(IntStream.range(0, ranks.length).map(s -> candidates[s][ranks[s]]).toArray());
  }

  private void keep(int[] ranks) {
    bestCost = total(ranks);
    best = choice(ranks).toArray();
  }

  private void branch(int depth, int[] ranks, double spent) {
    if (depth == order.length) {
      keep(ranks);
      return;
    }
    int stage = order[depth];
    for (int r = 0; r < candidates[stage].length; r++) {
      double next = spent + cost(stage, r);
      if (next + cheapestFrom[depth + 1] >= bestCost * (1 - 1e-12) || nodes > MAX_NODES) {
        return;
      }
      nodes++;
      ranks[stage] = r;
      if (mayMeet(depth, ranks, next)) {
        branch(depth + 1, ranks, next);
      }
    }
  }

  private boolean mayMeet(int depth, int[] ranks, double spent) {
    double[][] rows = new double[order.length][];
    for (int d = 0; d < order.length; d++) {
      int stage = order[d];
      rows[stage] =
          d <= depth
              ? workflow.stageLatencies(stage, candidates[stage][ranks[stage]])
              : envelope(stage, bestCost - spent - (cheapestFrom[depth + 1] - cost(stage, 0)));
    }
    return workflow.meets(workflow.brokenShare(Arrays.asList(rows)));
  }

  /** The least latency in each draw among the candidates that cost less than {@code money}. */
  private double[] envelope(int stage, double money) {
    double[] least = workflow.stageLatencies(stage, candidates[stage][0]).clone();
    for (int r = 1; r < candidates[stage].length && cost(stage, r) < money; r++) {
      double[] latencies = workflow.stageLatencies(stage, candidates[stage][r]);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], latencies[i]);
      }
    }
    return least;
  }
}
