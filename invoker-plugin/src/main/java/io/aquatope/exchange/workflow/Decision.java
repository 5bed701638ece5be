/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableList;
import io.aquatope.exchange.Expect;
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
public record Decision(
    List<Integer> choice,
    List<Integer> fallback,
    List<List<Integer>> rejected,
    Watch watch,
    int since,
    int quiet) {

  private static final int MOST_REJECTED = 8;
  private static final int LONGEST_QUIET = 5;
  private static final int FORGIVING_FROM = 3;

  public Decision {
    choice = List.copyOf(choice);
    fallback = List.copyOf(fallback);
    rejected = rejected.stream().map(List::copyOf).toList();
    Expect.notNegative("since", since);
    Expect.notNegative("quiet", quiet);
  }

  static Decision first(List<Integer> choice) {
    return new Decision(choice, choice, List.of(), Watch.NEW, 0, 0);
  }

  /** Whether the next round may begin: the longer nothing has changed, the later. */
  public boolean isSettled(TuningRules rules) {
    return since >= (long) rules.watch() << Math.min(quiet, LONGEST_QUIET);
  }

  Decision seen(boolean cold, boolean broken) {
    return new Decision(
        choice, fallback, rejected, cold ? watch : watch.plus(broken), since + 1, quiet);
  }

  /**
   * After a round that ended with {@code next}. When several have changed nothing, what was
   * rejected may be tried again, the oldest first: the target may have suffered from something that
   * has gone.
   */
  Decision concluded(List<Integer> next) {
    if (!next.equals(choice)) {
      return new Decision(next, choice, rejected, Watch.NEW, 0, 0);
    }
    boolean forgives = quiet + 1 >= FORGIVING_FROM && !rejected.isEmpty();
    return new Decision(
        choice,
        fallback,
        forgives ? rejected.subList(1, rejected.size()) : rejected,
        watch,
        0,
        quiet + 1);
  }

  /** The target suffers, and there is nothing better. */
  Decision watchedAnew() {
    return new Decision(choice, fallback, rejected, Watch.NEW, since, quiet);
  }

  /** Back to what went before, or, if that is no other, to the most generous limits. */
  Decision rolledBack(List<Integer> mostGenerous) {
    List<Integer> next = fallback.equals(choice) ? mostGenerous : fallback;
    return new Decision(next, mostGenerous, withRejected(), Watch.NEW, 0, 0);
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
