/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A generated workflow: stages, each of which begins shortly after the one before has ended.
 *
 * <p>A stage may fan out into several activations of its function; the next stage then waits for
 * the activation that runs longest.
 *
 * @param shape the calls of the workflow
 */
record SyntheticChain(ArrivalShape shape, List<Stage> stages) {

  /**
   * One step.
   *
   * @param function its index in the trace
   * @param width number of its activations that run in parallel
   */
  record Stage(int function, int width, SyntheticRunTimes runTimes) {}

  private static final int FEWEST_STAGES = 3;
  private static final int MOST_STAGES = 8;
  private static final int MOST_WIDTH = 6;
  private static final double FAN_OUT = 0.2;

  /**
   * Mean time between calls: from busy workflows to workflows whose containers a keep-alive of ten
   * minutes has released.
   */
  private static final double SHORTEST_GAP_SECONDS = 10;

  private static final double LONGEST_GAP_SECONDS = 1800;

  /** The platform's time from the end of a stage to the arrival of the next one. */
  private static final long SHORTEST_DELAY_MICROS = 2_000;

  private static final long LONGEST_DELAY_MICROS = 20_000;

  /** Draws a workflow, and adds its functions to the trace. */
  static SyntheticChain draw(String app, Trace.Builder trace, SplittableRandom random) {
    double gap =
        SHORTEST_GAP_SECONDS
            * Math.pow(LONGEST_GAP_SECONDS / SHORTEST_GAP_SECONDS, random.nextDouble());
    ArrivalShape shape = new ArrivalShape.Steady(1 / gap);
    List<Stage> stages = new ArrayList<>();
    int depth = random.nextInt(FEWEST_STAGES, MOST_STAGES + 1);
    for (int i = 0; i < depth; i++) {
      boolean fansOut = i > 0 && random.nextDouble() < FAN_OUT;
      int width = fansOut ? random.nextInt(2, MOST_WIDTH + 1) : 1;
      TriggerKind trigger = i == 0 ? TriggerKind.HTTP : TriggerKind.ORCHESTRATION;
      TraceFunction function = SyntheticSpecs.draw(app, app + "/stage" + i, trigger, random);
      stages.add(
          new Stage(
              trace.addFunction(function),
              width,
              SyntheticRunTimes.draw(width * shape.peakPerSecond(), random)));
    }
    return new SyntheticChain(shape, stages);
  }

  /** Adds one run of the workflow. */
  void addInstance(Trace.Builder trace, long atMicros, SplittableRandom random) {
    Stage first = stages.get(0);
    int cause = trace.add(first.function, atMicros, first.runTimes.drawMicros(random));
    for (Stage stage : stages.subList(1, stages.size())) {
      cause = addStage(trace, stage, cause, random);
    }
  }

  /** Adds the activations of a stage, and returns the number of the one that ends last. */
  private static int addStage(
      Trace.Builder trace, Stage stage, int cause, SplittableRandom random) {
    long delay = random.nextLong(SHORTEST_DELAY_MICROS, LONGEST_DELAY_MICROS);
    int last = cause;
    long longest = -1;
    for (int i = 0; i < stage.width; i++) {
      long runs = stage.runTimes.drawMicros(random);
      int added = trace.addFollower(stage.function, cause, delay, runs);
      if (runs > longest) {
        longest = runs;
        last = added;
      }
    }
    return last;
  }
}
