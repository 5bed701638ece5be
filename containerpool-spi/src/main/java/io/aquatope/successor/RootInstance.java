/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One workflow instance: its latest stages, in the order in which they began, each function once.
 *
 * <p>Calls of one function that are close to each other are one stage, which fans out. When a stage
 * begins, it has followed every stage before it, back to the last time that its own function was
 * called. So distant stages have a probability and a delay of their own, and nothing has to be
 * multiplied along paths. The expectations come from the latest stage with known successors.
 */
final class RootInstance implements SuccessorSource {

  /** Greatest distance between calls of a fan-out. */
  private static final long FAN_OUT_MICROS = TimeUnit.MILLISECONDS.toMicros(100);

  /** Greatest width of a fan-out that is distinguished: no pool holds containers for more. */
  private static final int WIDEST = 1 << 12;

  /** Longest usual time from the end of one stage to the call of the next one. */
  private static final long HOP_MICROS = TimeUnit.SECONDS.toMicros(1);

  private static final class Stage {
    final ActionNode node;
    long beganMicros;
    boolean waited;
    final List<SuccessorEdge> via = new ArrayList<>(0);
    long lastMicros;
    int width = 1;

    Stage(ActionNode node, long nowMicros) {
      this.node = node;
      this.beganMicros = nowMicros;
      this.lastMicros = nowMicros;
    }
  }

  final RootInstances.Key key;
  private final int mostStages;
  private final List<Stage> stages = new ArrayList<>(1);
  private int predictor = -1;
  private final boolean endsAreTold;
  private int running;
  private long endedMicros = Long.MIN_VALUE / 2;
  private long lastMicros;
  private long deadlineMicros;

  /**
   * @param endsAreTold whether {@link #ended} is called
   */
  RootInstance(RootInstances.Key key, int mostStages, boolean endsAreTold) {
    this.key = key;
    this.mostStages = mostStages;
    this.endsAreTold = endsAreTold;
  }

  @Override
  public String namespace() {
    return key.namespace();
  }

  long lastMicros() {
    return lastMicros;
  }

  /** A function is called by this root. */
  void called(ActionNode node, long nowMicros) {
    lastMicros = nowMicros;
    running = Math.min(running, Integer.MAX_VALUE - 1) + 1;
    int before = indexOf(node);
    if (before >= 0 && nowMicros - stages.get(before).lastMicros <= FAN_OUT_MICROS) {
      widen(stages.get(before), nowMicros);
    } else {
      begin(new Stage(node, nowMicros), before);
    }
  }

  /**
   * The latest call of a function starts running only at a given time, approximately. Its followers
   * come later.
   */
  void waits(ActionNode node, long untilMicros) {
    int index = indexOf(node);
    if (index >= 0) {
      Stage stage = stages.get(index);
      stage.beganMicros = Math.max(stage.beganMicros, untilMicros);
      stage.waited = true;
    }
  }

  /** A call of this root has run to its end. */
  void ended(long nowMicros) {
    running = Math.max(0, running - 1);
    endedMicros = nowMicros;
  }

  /** Whether a stage runs, or has run until now: the next one may not have had its chance. */
  private boolean isRunning(long nowMicros) {
    return endsAreTold && (running > 0 || nowMicros - endedMicros <= HOP_MICROS);
  }

  private static void widen(Stage stage, long nowMicros) {
    stage.lastMicros = nowMicros;
    if (stage.width == WIDEST) {
      return;
    }
    stage.width++;
    for (int i = 0; i < stage.via.size(); i++) {
      stage.via.get(i).widened(stage.width);
    }
  }

  private void begin(Stage begun, int before) {
    for (int i = Math.max(before, 0); i < stages.size(); i++) {
      Stage stage = stages.get(i);
      begun.via.add(
          stage.node.stages.hit(begun.node, stage.beganMicros, !stage.waited, begun.beganMicros));
    }
    stages.add(begun);
    await(begun);
    if (before >= 0) {
      drop(before);
    } else if (stages.size() > mostStages) {
      drop(0);
    }
    if (predictor < 0 || begun.node.stages.isKnown()) {
      predictor = stages.size() - 1;
    }
  }

  private void drop(int index) {
    close(index);
    stages.remove(index);
    if (predictor >= index) {
      predictor--;
    }
  }

  /** Closes the root: no more of its stages are awaited. */
  void close() {
    for (int i = 0; i < stages.size(); i++) {
      close(i);
    }
  }

  private void close(int index) {
    stages.get(index).node.stages.closeTrial(edge -> indexOf(edge.target) > index, lastMicros);
  }

  private int indexOf(ActionNode node) {
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (stages.get(i).node == node) {
        return i;
      }
    }
    return -1;
  }

  /** Time until which another call is possible, by all knowledge; in microseconds. */
  long deadlineMicros() {
    return deadlineMicros;
  }

  private void await(Stage begun) {
    SuccessorTable known = begun.node.stages;
    if (!known.isKnown()) {
      deadlineMicros = begun.beganMicros + RootInstances.LONGEST_MICROS;
    }
    for (int i = 0; i < known.size(); i++) {
      deadlineMicros = Math.max(deadlineMicros, begun.beganMicros + known.edge(i).latestMicros());
    }
  }

  @Override
  public boolean isPromising() {
    return predictor >= 0 && stages.get(predictor).node.stages.size() > 0;
  }

  @Override
  public boolean visit(long nowMicros, ExpectedDemand.Visitor visitor) {
    boolean more = visitRest(stages.get(stages.size() - 1), nowMicros, visitor);
    if (predictor < 0) {
      return more;
    }
    Stage stage = stages.get(predictor);
    for (int i = 0; i < stage.node.stages.size(); i++) {
      SuccessorEdge edge = stage.node.stages.edge(i);
      if (indexOf(edge.target) <= predictor) {
        more |= edge.visit(stage.beganMicros, isRunning(nowMicros), nowMicros, visitor);
      }
    }
    return more;
  }

  private static boolean visitRest(Stage stage, long nowMicros, ExpectedDemand.Visitor visitor) {
    long until = stage.lastMicros + FAN_OUT_MICROS;
    if (nowMicros > until || stage.via.isEmpty()) {
      return false;
    }
    stage.via.get(stage.via.size() - 1).visitRest(stage.width, nowMicros, until, visitor);
    return true;
  }
}
