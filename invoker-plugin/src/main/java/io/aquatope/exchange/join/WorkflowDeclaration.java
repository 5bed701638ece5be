/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.workflow.DefaultPrices;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.text.TenantText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target that the annotations of an action ask for. The texts are written by tenants: their
 * length is checked before they are read, and messages quote them shortened.
 */
record WorkflowDeclaration(
    String action, long qosMs, double quantile, Kind kind, List<String> stages) {

  private static final String USUAL_QUANTILE = "0.95";

  /** No valid number is longer. */
  private static final int MOST_CHARACTERS = 20;

  /**
   * Reads the annotations.
   *
   * @throws IllegalArgumentException naming action, key, and what was expected
   */
  static WorkflowDeclaration of(AnnotatedAction action) {
    if (action.kind() == Kind.OTHER) {
      throw bad(
          action,
          AnnotatedAction.LATENCY,
          "the annotation on a sequence of plain actions, or on a composition");
    }
    if (action.kind() == Kind.TOO_LONG) {
      throw bad(action, AnnotatedAction.LATENCY, "the annotation on a sequence of fewer actions");
    }
    return new WorkflowDeclaration(
        action.action(),
        Optional.ofNullable(Longs.tryParse(number(action, AnnotatedAction.LATENCY)))
            .filter(ms -> ms > 0)
            .orElseThrow(
                () -> bad(action, AnnotatedAction.LATENCY, "whole milliseconds, more than 0")),
        Optional.ofNullable(Doubles.tryParse(number(action, AnnotatedAction.QUANTILE)))
            .filter(share -> share > 0 && share < 1)
            .orElseThrow(() -> bad(action, AnnotatedAction.QUANTILE, "more than 0, less than 1")),
        action.kind(),
        action.stages());
  }

  private static String text(AnnotatedAction action, String key) {
    return action.annotations().getOrDefault(key, USUAL_QUANTILE);
  }

  private static String number(AnnotatedAction action, String key) {
    String text = text(action, key);
    if (text.length() > MOST_CHARACTERS) {
      throw bad(action, key, "a number of at most " + MOST_CHARACTERS + " characters");
    }
    return text;
  }

  private static IllegalArgumentException bad(AnnotatedAction action, String key, String expected) {
    return new IllegalArgumentException(
        "action %s: annotation %s: '%s', expected %s"
            .formatted(
                TenantText.plain(action.action()),
                key,
                TenantText.plain(text(action, key)),
                expected));
  }

  /**
   * The workflow that runs {@code actions} one after the other. An action that occurs several times
   * is one stage, at its first position: in a chain, only the sum of the times matters.
   *
   * @param owner that declares it
   * @throws IllegalArgumentException if there are too many
   */
  Workflow chain(WorkflowOwner owner, List<String> actions, TuningRules rules) {
    Map<String, Integer> times = new LinkedHashMap<>();
    Map<String, Integer> names = new HashMap<>();
    actions.forEach(one -> times.merge(one, 1, Integer::sum));
    times.keySet().forEach(one -> names.merge(simple(one), 1, Integer::sum));
    List<WorkflowStage> chain = new ArrayList<>();
    times.forEach(
        (one, repeat) ->
            chain.add(
                new WorkflowStage(
                    names.getOrDefault(simple(one), 0) == 1 ? simple(one) : one,
                    one,
                    chain.isEmpty() ? List.of() : List.of(chain.size() - 1),
                    repeat)));
    return new Workflow(
        action,
        owner,
        qosMs,
        quantile,
        DefaultPrices.CPU_SECOND,
        DefaultPrices.GB_SECOND,
        chain,
        rules);
  }

  private static String simple(String action) {
    return action.substring(action.lastIndexOf('/') + 1);
  }
}
