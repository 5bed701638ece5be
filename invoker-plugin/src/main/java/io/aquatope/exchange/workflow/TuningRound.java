/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tuning round, in which candidates are tried until each has run often enough.
 *
 * @param number counts the workflow's rounds
 * @param candidates choices on trial; none between rounds
 * @param tried for each candidate and stage, the number of warm runs of the stage under its limit
 * @param instances number of instances since the round began
 */
public record TuningRound(
    int number, List<List<Integer>> candidates, List<List<Integer>> tried, int instances) {

  /** Number of instances per needed run after which a round ends with the runs that it has. */
  private static final int PATIENCE = 100;

  public TuningRound {
    FieldChecks.notNegative("number", number);
    FieldChecks.notNegative("instances", instances);
    candidates = candidates.stream().map(List::copyOf).toList();
    tried = tried.stream().map(List::copyOf).toList();
    FieldChecks.that(
        tried.size() == candidates.size(), "tried", tried, "one row for each candidate");
  }

  /** A round that has no candidates yet. */
  static TuningRound awaited(int number) {
    return new TuningRound(number, List.of(), List.of(), 0);
  }

  TuningRound begun(List<List<Integer>> choices) {
    return new TuningRound(
        number, choices, choices.stream().map(c -> Collections.nCopies(c.size(), 0)).toList(), 0);
  }

  public boolean inProgress() {
    return !candidates.isEmpty();
  }

  /**
   * Counts an instance.
   *
   * @param ran for each stage the limit under which it ran warm, -1 if it did not
   */
  TuningRound seen(List<Integer> ran) {
    if (!inProgress()) {
      return this;
    }
    List<List<Integer>> counts = new ArrayList<>();
    for (int c = 0; c < candidates.size(); c++) {
      List<Integer> candidate = candidates.get(c);
      List<Integer> row = tried.get(c);
      counts.add(
          IntStream.range(0, row.size())
              .mapToObj(s -> row.get(s) + (candidate.get(s).equals(ran.get(s)) ? 1 : 0))
              .toList());
    }
    return new TuningRound(number, candidates, counts, instances + 1);
  }

  /** The candidates that need more runs. */
  List<List<Integer>> open(TuningRules rules) {
    return IntStream.range(0, candidates.size())
        .filter(c -> Collections.min(tried.get(c)) < rules.repetitions())
        .mapToObj(candidates::get)
        .toList();
  }

  /** Whether the round has enough runs, or enough instances, to be concluded. */
  public boolean isComplete(TuningRules rules) {
    return inProgress()
        && (open(rules).isEmpty()
            || instances >= PATIENCE * rules.repetitions() * candidates.size());
  }
}
