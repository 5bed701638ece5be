/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableList;
import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * The limits in force for a workflow, and how they fare.
 *
 * @param choice for each stage an index into the rules' limits
 * @param fallback what to go back to if the target suffers
 * @param rejected choices under which it did lately, the latest last
 * @param watch over instances that ran wholly under {@code choice}, without cold starts
 * @param since instances that ran wholly under {@code choice} since the last decision
 * @param quiet rounds in a row that changed nothing
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

  /** Whether the next round may begin: the longer nothing has changed, the later. */
  public boolean isSettled(TuningRules rules) {
    return since >= (long) rules.watch() << Math.min(quiet, LONGEST_QUIET);
  }

  LimitDecision seen(boolean cold, boolean broken) {
    return new LimitDecision(
        choice, fallback, rejected, cold ? watch : watch.plus(broken), since + 1, quiet);
  }

  /**
   * After a round that ended with {@code next}. When several have changed nothing, what was
   * rejected may be tried again, the oldest first: the target may have suffered from something that
   * has gone.
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

  /** The target suffers, and there is nothing better. */
  LimitDecision watchedAnew() {
    return new LimitDecision(choice, fallback, rejected, ViolationMonitor.NEW, since, quiet);
  }

  /** Back to what went before, or, if that is no other, to the most generous limits. */
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
