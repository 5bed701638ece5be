/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares methods over all workflows. */
record MethodComparison(ImmutableList<MethodRuns> courses, int seeds) {

  EvaluationResult.Summary summary(EvaluationMethod method) {
    List<MethodRuns> own = of(method);
    List<MethodRuns> compared = new ArrayList<>();
    List<MethodRuns> references = new ArrayList<>();
    for (MethodRuns course : own) {
      bestQosMeeting(course)
          .ifPresent(
              reference -> {
                compared.add(course);
                references.add(reference);
              });
    }
    List<Double> ratios =
        IntStream.range(0, compared.size())
            .mapToObj(
                i ->
                    compared.get(i).mean(MethodOutcome::cost)
                        / references.get(i).mean(MethodOutcome::cost))
            .toList();
    return new EvaluationResult.Summary(
        method.label(),
        violationsOverBestOther(method),
        EvaluationResult.CostRatio.of(ratios),
        MethodRuns.interval(bySeed(seed -> meanOver(own, seed, MethodOutcome::qosViolationRatio))),
        ratios.isEmpty()
            ? null
            : MethodRuns.interval(bySeed(seed -> meanCostRatio(compared, references, seed))),
        (int) own.stream().filter(MethodRuns::meetsQos).count());
  }

  private List<MethodRuns> of(EvaluationMethod method) {
    return courses.stream().filter(course -> course.method() == method).toList();
  }

  private double violations(EvaluationMethod method) {
    return of(method).stream()
        .mapToDouble(course -> course.mean(MethodOutcome::qosViolationRatio))
        .average()
        .orElseThrow();
  }

  private @Nullable Double violationsOverBestOther(EvaluationMethod method) {
    OptionalDouble best =
        courses.stream()
            .map(MethodRuns::method)
            .distinct()
            .filter(other -> other != method && !other.knowsGraph())
            .mapToDouble(this::violations)
            .min();
    return best.isEmpty() || best.getAsDouble() == 0
        ? null
        : Double.valueOf(violations(method) / best.getAsDouble());
  }

  private Optional<MethodRuns> bestQosMeeting(MethodRuns course) {
    return courses.stream()
        .filter(
            other ->
                other.workflow().equals(course.workflow())
                    && other.method() != course.method()
                    && other.method() != EvaluationMethod.ORACLE
                    && other.meetsQos())
        .min(Comparator.comparingDouble(other -> other.mean(MethodOutcome::cost)));
  }

  private double[] bySeed(IntToDoubleFunction figure) {
    return IntStream.range(0, seeds).mapToDouble(figure).toArray();
  }

  private static double meanOver(
      List<MethodRuns> courses, int seed, ToDoubleFunction<MethodOutcome> figure) {
    return courses.stream()
        .mapToDouble(course -> figure.applyAsDouble(course.outcomes().get(seed)))
        .average()
        .orElseThrow();
  }

  private static double meanCostRatio(List<MethodRuns> own, List<MethodRuns> references, int seed) {
    return IntStream.range(0, own.size())
        .mapToDouble(
            i ->
                own.get(i).outcomes().get(seed).cost()
                    / references.get(i).outcomes().get(seed).cost())
        .average()
        .orElseThrow();
  }
}
