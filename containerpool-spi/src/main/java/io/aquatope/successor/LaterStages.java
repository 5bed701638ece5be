/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which stages of a workflow are still to come when one begins, and how long after. Stage s begins
 * when the last stage that it waits for has ended, {@code b(s) = max (b(p) + t(p))}, so it comes
 * {@code b(s) - b(r)} after a stage r that it descends from.
 */
public final class LaterStages {

  /**
   * A stage that is still to come.
   *
   * @param stage its number
   * @param seconds from the beginning of the earlier stage to its own
   */
  public record Later(int stage, double seconds) {}

  private LaterStages() {}

  /**
   * For each stage those that descend from it, the soonest first.
   *
   * @param seconds that each stage takes; 0 where that is not known, which is then taken for an
   *     equal share of the target along the longest path
   * @param targetSeconds that the workflow may take
   */
  public static List<List<Later>> of(WorkflowGraph graph, double[] seconds, double targetSeconds) {
    checkArgument(
        seconds.length == graph.size(), "%s times of %s stages", seconds.length, graph.size());
    double[] ones = new double[seconds.length];
    Arrays.fill(ones, 1);
    double share = targetSeconds / graph.endToEnd(ones);
    double[] begin = new double[seconds.length];
    boolean[][] descends = new boolean[seconds.length][seconds.length];
    for (int s = 0; s < begin.length; s++) {
      ImmutableIntArray waitsFor = graph.predecessors().get(s);
      for (int i = 0; i < waitsFor.length(); i++) {
        int p = waitsFor.get(i);
        begin[s] = Math.max(begin[s], begin[p] + (seconds[p] > 0 ? seconds[p] : share));
        descends[s][p] = true;
        for (int r = 0; r < p; r++) {
          descends[s][r] |= descends[p][r];
        }
      }
    }
    List<List<Later>> all = new ArrayList<>();
    for (int r = 0; r < begin.length; r++) {
      List<Later> later = new ArrayList<>();
      for (int s = r + 1; s < begin.length; s++) {
        if (descends[s][r]) {
          later.add(new Later(s, begin[s] - begin[r]));
        }
      }
      later.sort(Comparator.comparingDouble(Later::seconds));
      all.add(List.copyOf(later));
    }
    return List.copyOf(all);
  }
}
