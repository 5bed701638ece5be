/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.member.StageIndex.Place;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Calls of an action in the past minutes, from the observations of its workflows by all invokers.
 * It is this invoker's part, provided that the invokers that run the action share its calls evenly.
 * The mean number of concurrent runs follows from Little's law, {@code N = calls / 60 s · seconds}.
 */
public final class StageDemand {

  private static final double MINUTE = 60;

  /**
   * One minute.
   *
   * @param busy mean number of busy containers
   */
  public record Minute(int calls, double busy) {}

  private StageDemand() {}

  /**
   * The minutes before {@code end}, oldest first; none if nothing is known. If several workflows
   * run the action, the one that runs it most often counts. Workflows of other namespaces do not
   * count, as their calls are not this namespace's.
   *
   * @param namespace that calls
   * @param end a minute since 1970
   */
  public static List<Minute> of(ExchangeState state, String namespace, String action, long end) {
    Optional<List<Minute>> most = Optional.empty();
    for (Place place : state.index().calledIn(namespace, action)) {
      WorkflowState workflow = Objects.requireNonNull(state.workflows().get(place.workflow()));
      List<Minute> minutes = of(state, workflow, place.stage(), end);
      most = most.filter(known -> total(known) >= total(minutes)).or(() -> Optional.of(minutes));
    }
    return most.orElse(List.of());
  }

  private static List<Minute> of(
      ExchangeState state, WorkflowState workflow, int number, long end) {
    WorkflowStage stage = workflow.definition().stages().get(number);
    List<String> runBy = workflow.placement().ranBy().get(number);
    long sharers = Math.max(1, runBy.stream().filter(state.members().present()::contains).count());
    double seconds =
        workflow.evidence().runs().stream()
            .mapToDouble(run -> run.seconds().get(number) / stage.repeat())
            .average()
            .orElse(0);
    return workflow.load().arrivals().until(end).stream()
        .map(
            instances -> {
              double calls = (double) instances * stage.repeat() / sharers;
              return new Minute((int) Math.round(calls), calls * seconds / MINUTE);
            })
        .toList();
  }

  private static int total(List<Minute> minutes) {
    return minutes.stream().mapToInt(Minute::calls).sum();
  }
}
