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
 * Stages of a workflow that are still to come when one begins, and the delays until then. Stage s
 * begins when the last stage that it waits for has ended, {@code b(s) = max (b(p) + t(p))}. So it
 * begins {@code b(s) - b(r)} after a stage r that it descends from.
 */
public final class LaterStages {

  /**
   * A later stage.
   *
   * @param stage its number
   * @param seconds from the beginning of the earlier stage to its own
   */
  public record Later(int stage, double seconds) {}

  private LaterStages() {}

  /**
   * For each stage its descendants, the soonest first.
   *
   * @param seconds duration of each stage; 0 if unknown, which then counts as an equal share of the
   *     target along the longest path
   * @param targetSeconds target duration of the workflow
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
