/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.machine.PoolEvent.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One container as OpenWhisk's container proxy handles it, with everything that can go wrong.
 *
 * <p>What the pool orders waits in an inbox, what the pool is told waits in an outbox, both in
 * order: so a container may fail while an order is on its way, and be given work after it failed.
 */
final class SimulatedProxy {

  private enum Phase {
    STEM_CELL_STARTING,
    STEM_CELL,
    PREPARING,
    INITIALISING,
    RUNNING,
    READY,
    REMOVING,
    STOPPED
  }

  private final long id;
  private final SplittableRandom random;
  private final Consumer<Activation> ended;
  private final Deque<Activation> inbox = new ArrayDeque<>();
  private final Deque<Activation> active = new ArrayDeque<>();
  private final Deque<PoolEvent> outbox = new ArrayDeque<>();
  private Phase phase;
  private boolean removeOrdered;
  private boolean silent;

  private SimulatedProxy(
      long id, Phase phase, SplittableRandom random, Consumer<Activation> ended) {
    this.id = id;
    this.phase = phase;
    this.random = random;
    this.ended = ended;
  }

  static SimulatedProxy stemCell(long id, SplittableRandom random, Consumer<Activation> ended) {
    return new SimulatedProxy(id, Phase.STEM_CELL_STARTING, random, ended);
  }

  static SimulatedProxy preparing(long id, SplittableRandom random, Consumer<Activation> ended) {
    return new SimulatedProxy(id, Phase.PREPARING, random, ended);
  }

  static SimulatedProxy cold(long id, SplittableRandom random, Consumer<Activation> ended) {
    return new SimulatedProxy(id, Phase.INITIALISING, random, ended);
  }

  void run(Activation activation) {
    if (phase == Phase.STOPPED) {
      ended.accept(activation);
    } else {
      inbox.add(activation);
    }
  }

  void remove() {
    removeOrdered = true;
  }

  /** Activations that it has been given and that have not ended. */
  int load() {
    return inbox.size() + active.size();
  }

  /** Has nothing to do or to say until it is given work. */
  boolean isQuiet() {
    return load() == 0 && outbox.isEmpty() && phase != Phase.REMOVING;
  }

  boolean hasStopped() {
    return phase == Phase.STOPPED && outbox.isEmpty();
  }

  /** The next message to the pool, or null. */
  @Nullable PoolEvent message(long nowMicros) {
    PoolEvent head = outbox.poll();
    return head == null
        ? null
        : new PoolEvent(head.kind(), head.container(), head.activation(), nowMicros);
  }

  /** Does one thing that could happen to it next, if anything can. */
  void step() {
    if (phase != Phase.STOPPED && random.nextInt(300) == 0) {
      stop();
      return;
    }
    switch (phase) {
      case STEM_CELL_STARTING -> stemCellStarting();
      case STEM_CELL -> stemCell();
      case PREPARING -> preparing();
      case INITIALISING -> initialising();
      case RUNNING -> running();
      case READY -> ready();
      case REMOVING -> removing();
      case STOPPED -> {}
    }
  }

  private void stemCellStarting() {
    if (random.nextInt(5) > 0) {
      tell(Kind.STEM_CELL_READY);
      phase = Phase.STEM_CELL;
    } else {
      tell(Kind.REMOVED);
      stop();
    }
  }

  private void stemCell() {
    if (!inbox.isEmpty()) {
      phase = Phase.INITIALISING;
    } else if (removeOrdered) {
      tell(Kind.REMOVED_BY_ORDER);
      phase = Phase.REMOVING;
    } else if (random.nextInt(20) == 0) {
      tell(Kind.REMOVED);
      phase = Phase.REMOVING;
    }
  }

  private void preparing() {
    if (random.nextInt(5) > 0) {
      tell(Kind.PREPARED);
      phase = Phase.READY;
    } else if (random.nextBoolean()) {
      preparationFails();
    } else {
      tell(Kind.REMOVED);
      phase = Phase.REMOVING;
    }
  }

  /** What has joined it is handed back at once, in any order with the news of the end. */
  private void preparationFails() {
    boolean saidBefore = random.nextBoolean();
    if (saidBefore) {
      tell(Kind.RESCHEDULING);
    }
    while (!inbox.isEmpty()) {
      handBack(inbox.remove());
    }
    if (random.nextBoolean()) {
      tell(random.nextBoolean() ? Kind.REMOVED : Kind.RESCHEDULING);
      phase = Phase.REMOVING;
    } else {
      stop();
    }
  }

  private void initialising() {
    active.addAll(inbox);
    inbox.clear();
    if (random.nextInt(8) > 0) {
      phase = Phase.RUNNING;
    } else {
      active.forEach(ended);
      active.clear();
      tell(Kind.REMOVED);
      phase = Phase.REMOVING;
    }
  }

  private void running() {
    active.addAll(inbox);
    inbox.clear();
    switch (random.nextInt(20)) {
      case 0, 1 -> runFails();
      case 2 -> isUnhealthy();
      default -> {
        ended.accept(active.remove());
        tell(Kind.COMPLETED);
        phase = active.isEmpty() ? Phase.READY : Phase.RUNNING;
      }
    }
  }

  /** With other runs at work, it says nothing until they have ended. */
  private void runFails() {
    ended.accept(active.remove());
    if (active.isEmpty()) {
      tell(Kind.REMOVED);
    } else {
      silent = true;
    }
    phase = Phase.REMOVING;
  }

  /** Hands back one activation before it says that it ends, and one after. */
  private void isUnhealthy() {
    if (active.size() > 1) {
      handBack(active.remove());
    }
    tell(Kind.RESCHEDULING);
    handBack(active.remove());
    phase = Phase.REMOVING;
  }

  private void ready() {
    if (removeOrdered) {
      tell(random.nextBoolean() ? Kind.REMOVED : Kind.RESCHEDULING);
      phase = Phase.REMOVING;
    } else if (random.nextInt(20) == 0) {
      tell(random.nextBoolean() ? Kind.REMOVED : Kind.RESCHEDULING);
      phase = Phase.REMOVING;
    } else if (!inbox.isEmpty()) {
      phase = Phase.RUNNING;
    }
  }

  private void removing() {
    if (!inbox.isEmpty() && random.nextInt(4) > 0) {
      handBack(inbox.remove());
    } else if (!active.isEmpty()) {
      ended.accept(active.remove());
      if (active.isEmpty() && silent) {
        tell(Kind.RESCHEDULING);
      }
    } else {
      stop();
    }
  }

  private void stop() {
    active.forEach(ended);
    inbox.forEach(ended);
    active.clear();
    inbox.clear();
    outbox.add(new PoolEvent(Kind.TERMINATED, id, null, 0));
    phase = Phase.STOPPED;
  }

  private void tell(Kind kind) {
    outbox.add(new PoolEvent(kind, id, null, 0));
  }

  private void handBack(Activation activation) {
    outbox.add(new PoolEvent(Kind.HAND_BACK, id, activation, 0));
  }
}
