/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableList;
import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * The limits in force for a workflow, and their results.
 *
 * @param choice for each stage an index into the rules' limits
 * @param fallback the choice to return to if the target is violated too often
 * @param rejected choices under which that happened recently, the latest last
 * @param watch results of the instances that ran wholly under {@code choice}, without cold starts
 * @param since number of instances that ran wholly under {@code choice} since the last decision
 * @param quiet number of consecutive rounds that changed nothing
 */
public record LimitDecision(
    List<Integer> choice,
    List<Integer> fallback,
    List<List<Integer>> rejected,
    ViolationMonitor watch,
    int since,
    int quiet) {

  private static final int MOST_REJECTED = 8;
  private static final int LONGEST_QUIET = 5;
  private static final int FORGIVING_FROM = 3;

  public LimitDecision {
    choice = List.copyOf(choice);
    fallback = List.copyOf(fallback);
    rejected = rejected.stream().map(List::copyOf).toList();
    FieldChecks.notNegative("since", since);
    FieldChecks.notNegative("quiet", quiet);
  }

  static LimitDecision first(List<Integer> choice) {
    return new LimitDecision(choice, choice, List.of(), ViolationMonitor.NEW, 0, 0);
  }

  /**
   * Whether the next round may begin. The more rounds have changed nothing, the more instances have
   * to pass first.
   */
  public boolean isSettled(TuningRules rules) {
    return since >= (long) rules.watch() << Math.min(quiet, LONGEST_QUIET);
  }

  LimitDecision seen(boolean cold, boolean broken) {
    return new LimitDecision(
        choice, fallback, rejected, cold ? watch : watch.plus(broken), since + 1, quiet);
  }

  /**
   * The decision after a round that concluded with {@code next}. After several rounds without a
   * change, the oldest rejected choice may be tried again: a temporary cause may have violated the
   * target.
   */
  LimitDecision concluded(List<Integer> next) {
    if (!next.equals(choice)) {
      return new LimitDecision(next, choice, rejected, ViolationMonitor.NEW, 0, 0);
    }
    boolean forgives = quiet + 1 >= FORGIVING_FROM && !rejected.isEmpty();
    return new LimitDecision(
        choice,
        fallback,
        forgives ? rejected.subList(1, rejected.size()) : rejected,
        watch,
        0,
        quiet + 1);
  }

  /** The decision after violations, if there is no more generous choice. */
  LimitDecision watchedAnew() {
    return new LimitDecision(choice, fallback, rejected, ViolationMonitor.NEW, since, quiet);
  }

  /**
   * The decision after a return to the previous choice, or to the most generous limits if there is
   * no other choice.
   */
  LimitDecision rolledBack(List<Integer> mostGenerous) {
    List<Integer> next = fallback.equals(choice) ? mostGenerous : fallback;
    return new LimitDecision(next, mostGenerous, withRejected(), ViolationMonitor.NEW, 0, 0);
  }

  private List<List<Integer>> withRejected() {
    if (rejected.contains(choice)) {
      return rejected;
    }
    ImmutableList<List<Integer>> all =
        ImmutableList.<List<Integer>>builder().addAll(rejected).add(choice).build();
    return all.subList(Math.max(0, all.size() - MOST_REJECTED), all.size());
  }
}
