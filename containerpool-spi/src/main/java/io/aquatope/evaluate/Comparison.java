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

/** Holds methods against each other, over all workflows. */
record Comparison(ImmutableList<Course> courses, int seeds) {

  EvaluationResult.Summary summary(EvaluationMethod method) {
    List<Course> own = of(method);
    List<Course> compared = new ArrayList<>();
    List<Course> references = new ArrayList<>();
    for (Course course : own) {
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
                i -> compared.get(i).mean(Outcome::cost) / references.get(i).mean(Outcome::cost))
            .toList();
    return new EvaluationResult.Summary(
        method.label(),
        violationsOverBestOther(method),
        EvaluationResult.CostRatio.of(ratios),
        Course.interval(bySeed(seed -> meanOver(own, seed, Outcome::qosViolationRatio))),
        ratios.isEmpty()
            ? null
            : Course.interval(bySeed(seed -> meanCostRatio(compared, references, seed))),
        (int) own.stream().filter(Course::meetsQos).count());
  }

  private List<Course> of(EvaluationMethod method) {
    return courses.stream().filter(course -> course.method() == method).toList();
  }

  private double violations(EvaluationMethod method) {
    return of(method).stream()
        .mapToDouble(course -> course.mean(Outcome::qosViolationRatio))
        .average()
        .orElseThrow();
  }

  private @Nullable Double violationsOverBestOther(EvaluationMethod method) {
    OptionalDouble best =
        courses.stream()
            .map(Course::method)
            .distinct()
            .filter(other -> other != method && !other.knowsGraph())
            .mapToDouble(this::violations)
            .min();
    return best.isEmpty() || best.getAsDouble() == 0
        ? null
        : Double.valueOf(violations(method) / best.getAsDouble());
  }

  private Optional<Course> bestQosMeeting(Course course) {
    return courses.stream()
        .filter(
            other ->
                other.workflow().equals(course.workflow())
                    && other.method() != course.method()
                    && other.method() != EvaluationMethod.ORACLE
                    && other.meetsQos())
        .min(Comparator.comparingDouble(other -> other.mean(Outcome::cost)));
  }

  private double[] bySeed(IntToDoubleFunction figure) {
    return IntStream.range(0, seeds).mapToDouble(figure).toArray();
  }

  private static double meanOver(List<Course> courses, int seed, ToDoubleFunction<Outcome> figure) {
    return courses.stream()
        .mapToDouble(course -> figure.applyAsDouble(course.outcomes().get(seed)))
        .average()
        .orElseThrow();
  }

  private static double meanCostRatio(List<Course> own, List<Course> references, int seed) {
    return IntStream.range(0, own.size())
        .mapToDouble(
            i ->
                own.get(i).outcomes().get(seed).cost()
                    / references.get(i).outcomes().get(seed).cost())
        .average()
        .orElseThrow();
  }
}
