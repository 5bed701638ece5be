/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.workflow.Prices;
import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the annotations of an action ask for. */
record Declaration(String action, long qosMs, double quantile, Kind kind, List<String> stages) {

  private static final String USUAL_QUANTILE = "0.95";

  /**
   * Reads the annotations.
   *
   * @throws IllegalArgumentException naming action, key, and what was expected
   */
  static Declaration of(AnnotatedAction action) {
    if (action.kind() == Kind.OTHER) {
      throw bad(
          action,
          AnnotatedAction.LATENCY,
          "it at a sequence of plain actions, or at a composition");
    }
    return new Declaration(
        action.action(),
        Optional.ofNullable(Longs.tryParse(text(action, AnnotatedAction.LATENCY)))
            .filter(ms -> ms > 0)
            .orElseThrow(
                () -> bad(action, AnnotatedAction.LATENCY, "whole milliseconds, more than 0")),
        Optional.ofNullable(Doubles.tryParse(text(action, AnnotatedAction.QUANTILE)))
            .filter(share -> share > 0 && share < 1)
            .orElseThrow(() -> bad(action, AnnotatedAction.QUANTILE, "more than 0, less than 1")),
        action.kind(),
        action.stages());
  }

  private static String text(AnnotatedAction action, String key) {
    return action.annotations().getOrDefault(key, USUAL_QUANTILE);
  }

  private static IllegalArgumentException bad(AnnotatedAction action, String key, String expected) {
    return new IllegalArgumentException(
        "action %s: annotation %s: '%s', expected %s"
            .formatted(action.action(), key, text(action, key), expected));
  }

  /**
   * The workflow that runs {@code actions} one after the other. An action that comes several times
   * is one stage, at the place of the first: of a chain, only the sum of the times counts.
   *
   * @throws IllegalArgumentException if there are too many
   */
  Workflow chain(List<String> actions, TuningRules rules) {
    Map<String, Integer> times = new LinkedHashMap<>();
    actions.forEach(one -> times.merge(one, 1, Integer::sum));
    List<Stage> chain = new ArrayList<>();
    times.forEach(
        (one, repeat) ->
            chain.add(
                new Stage(
                    stageName(one, times),
                    one,
                    chain.isEmpty() ? List.of() : List.of(chain.size() - 1),
                    repeat)));
    return new Workflow(action, qosMs, quantile, Prices.CPU_SECOND, Prices.GB_SECOND, chain, rules);
  }

  private static String stageName(String action, Map<String, Integer> all) {
    String name = simple(action);
    return all.keySet().stream().filter(other -> simple(other).equals(name)).count() == 1
        ? name
        : action;
  }

  private static String simple(String action) {
    return action.substring(action.lastIndexOf('/') + 1);
  }
}
