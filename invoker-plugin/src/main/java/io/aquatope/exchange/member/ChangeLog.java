/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.base.Ascii;
import com.google.common.collect.Sets;
import io.aquatope.exchange.workflow.TuningRun;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageMemory;
import io.aquatope.text.TenantText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the changes by a message of the log, in words for an operator. Tenants choose the
 * names, so lines are shortened and have no line breaks.
 */
public final class ChangeLog {

  /**
   * Maximum number of lines for one message, as a message may define as many workflows as the log
   * knows.
   */
  private static final int MOST_LINES = 100;

  private static final int LINE_SHOWN = 2_000;
  private static final int NAME_SHOWN = 200;

  private ChangeLog() {}

  /** The differences between two consecutive states, one line each. */
  public static List<String> changes(ExchangeState before, ExchangeState after) {
    List<String> lines = new ArrayList<>();
    if (!before.members().present().equals(after.members().present())) {
      lines.add(
          "invokers that take part: "
              + TenantText.plain(after.members().present().toString(), LINE_SHOWN));
    }
    Map<String, WorkflowState> old = before.workflows();
    after
        .workflows()
        .forEach(
            (name, state) -> {
              WorkflowState known = old.get(name);
              if (known == null || !known.version().equals(state.version())) {
                lines.add(
                    "workflow %s: target %s ms at quantile %s, limits %s cores"
                        .formatted(
                            plain(name),
                            state.definition().qosMs(),
                            state.definition().quantile(),
                            cores(state, state.decision().choice())));
              } else {
                change(known, state)
                    .ifPresent(line -> lines.add("workflow " + plain(name) + ": " + line));
                memory(known, state)
                    .ifPresent(line -> lines.add("workflow " + plain(name) + ": " + line));
              }
            });
    for (String name : Sets.difference(old.keySet(), after.workflows().keySet())) {
      lines.add("workflow %s: withdrawn".formatted(plain(name)));
    }
    return shortened(lines);
  }

  private static List<String> shortened(List<String> lines) {
    List<String> shown = new ArrayList<>();
    lines.stream()
        .limit(MOST_LINES)
        .forEach(line -> shown.add(Ascii.truncate(line, LINE_SHOWN, "…")));
    if (lines.size() > MOST_LINES) {
      shown.add("%s further changes of workflows".formatted(lines.size() - MOST_LINES));
    }
    return shown;
  }

  private static String plain(String name) {
    return TenantText.plain(name, NAME_SHOWN);
  }

  private static Optional<String> memory(WorkflowState known, WorkflowState state) {
    List<Integer> advised = state.load().advisedMb();
    return advised.equals(known.load().advisedMb())
        ? Optional.empty()
        : Optional.of(
            "memory of %s MB is recommended instead of %s, the observed peak is %s"
                .formatted(
                    advised,
                    state.placement().memoryMb(),
                    state.load().memory().stream().map(StageMemory::peakMb).toList()));
  }

  private static Optional<String> change(WorkflowState known, WorkflowState state) {
    int number = known.round().number();
    List<Integer> choice = state.decision().choice();
    List<Integer> former = known.decision().choice();
    boolean suffered =
        state.decision().watch().instances() < known.decision().watch().instances() / 2;
    if (known.round().number() == state.round().number()) {
      return suffered
          ? Optional.of("too many runs violate the target, though the limits are the highest")
          : begun(known, state);
    }
    if (choice.equals(former)) {
      return Optional.of("round %s keeps %s cores".formatted(number, cores(state, choice)));
    }
    return Optional.of(
        state.decision().rejected().contains(former)
            ? "too many runs violate the target with %s cores, back to %s"
                .formatted(cores(state, former), cores(state, choice))
            : "round %s adopts %s cores instead of %s; cost of a run %s instead of %s"
                .formatted(
                    number,
                    cores(state, choice),
                    cores(state, former),
                    cost(state, choice),
                    cost(state, former)));
  }

  private static Optional<String> begun(WorkflowState known, WorkflowState state) {
    return known.round().inProgress() || !state.round().inProgress()
        ? Optional.empty()
        : Optional.of(
            "round %s tries %s cores instead of %s"
                .formatted(
                    state.round().number(),
                    state.round().candidates().stream().map(c -> cores(state, c)).toList(),
                    cores(state, state.decision().choice())));
  }

  private static String cores(WorkflowState state, List<Integer> choice) {
    return state.definition().milliCores(choice).stream()
        .map(milli -> milli == 0 ? "-" : String.valueOf(milli / 1000.0))
        .toList()
        .toString();
  }

  /** Mean cost of the remembered warm runs of a choice. */
  private static String cost(WorkflowState state, List<Integer> choice) {
    return state.evidence().of(choice).stream()
        .filter(run -> !run.cold().contains(true))
        .mapToDouble(run -> cost(state, run))
        .average()
        .stream()
        .mapToObj(cost -> String.format(Locale.ROOT, "%.3g", cost))
        .findFirst()
        .orElse("(not observed)");
  }

  private static double cost(WorkflowState state, TuningRun run) {
    List<Integer> milliCores = state.definition().milliCores(run.choice());
    double sum = 0;
    for (int s = 0; s < milliCores.size(); s++) {
      sum +=
          run.seconds().get(s)
              * (milliCores.get(s) / 1000.0 * state.definition().cpuSecond()
                  + state.placement().memoryMb().get(s) / 1024.0 * state.definition().gbSecond());
    }
    return sum;
  }
}
