/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs that the tuner learns from.
 *
 * @param runs the remembered runs, oldest first: the latest {@value #MOST_OF_A_CHOICE} of each
 *     choice, {@value #MOST} altogether
 * @param recalled runs of present stages in earlier versions of the workflow, oldest first: the
 *     latest {@value #MOST_OF_A_LIMIT} of each stage and limit
 */
public record TuningEvidence(List<TuningRun> runs, List<PriorStageRun> recalled) {

  public static final TuningEvidence NONE = new TuningEvidence(List.of(), List.of());

  private static final int MOST_OF_A_CHOICE = 6;
  private static final int MOST = 120;
  private static final int MOST_OF_A_LIMIT = 3;

  public TuningEvidence {
    runs = List.copyOf(runs);
    recalled = List.copyOf(recalled);
  }

  TuningEvidence plus(TuningRun run) {
    boolean crowded = of(run.choice()).size() >= MOST_OF_A_CHOICE;
    boolean full = runs.size() >= MOST;
    ImmutableList.Builder<TuningRun> next = ImmutableList.builder();
    boolean dropped = !crowded && !full;
    for (TuningRun old : runs) {
      if (!dropped && (!crowded || old.choice().equals(run.choice()))) {
        dropped = true;
      } else {
        next.add(old);
      }
    }
    return new TuningEvidence(next.add(run).build(), recalled);
  }

  /** The runs of one choice. */
  public List<TuningRun> of(List<Integer> choice) {
    return runs.stream().filter(run -> run.choice().equals(choice)).toList();
  }

  /** The evidence for the next definition: the runs of the stages that both definitions have. */
  TuningEvidence recalled(Workflow definition, Workflow next) {
    ListMultimap<Limit, PriorStageRun> byLimit =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    Stream.concat(recalled.stream(), runs.stream().flatMap(run -> stages(definition, run)))
        .filter(run -> isIn(next, definition.stages().get(definition.stageOf(run.action()))))
        .forEach(run -> byLimit.put(new Limit(run.action(), run.milliCores()), run));
    return new TuningEvidence(
        List.of(),
        byLimit.asMap().values().stream()
            .flatMap(all -> all.stream().skip(Math.max(0, all.size() - MOST_OF_A_LIMIT)))
            .toList());
  }

  private record Limit(String action, int milliCores) {}

  private static Stream<PriorStageRun> stages(Workflow definition, TuningRun run) {
    List<Integer> milliCores = definition.milliCores(run.choice());
    return IntStream.range(0, milliCores.size())
        .filter(definition::tunes)
        .mapToObj(
            s ->
                new PriorStageRun(
                    definition.stages().get(s).action(),
                    milliCores.get(s),
                    run.seconds().get(s),
                    run.failed().get(s)));
  }

  /** Whether {@code next} tunes a stage, at any position, and runs it as often. */
  private static boolean isIn(Workflow next, WorkflowStage stage) {
    int there = next.stageOf(stage.action());
    return there >= 0 && next.tunes(there) && next.stages().get(there).repeat() == stage.repeat();
  }
}
