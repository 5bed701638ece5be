/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import io.aquatope.it.lockstep.Box.State;
import io.aquatope.pool.ContainerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.apache.pekko.actor.ActorSystem;

/**
 * One random sequence of events, given to both pools until it ends or they differ.
 *
 * <p>The containers are played: they start, end, fail and return what they were given, at random,
 * within what container proxies do. An activation is submitted only if there is at most one
 * container of each sort that could take it, since OpenWhisk's choice among several is arbitrary.
 */
final class Sequence implements AutoCloseable {

  /**
   * What a sequence is about.
   *
   * @param memories the memory limits that actions have, in MB; stem cells have the first
   * @param calm whether containers end by themselves, fail and become ready only while nothing
   *     waits
   */
  record Shape(List<Integer> memories, int stemCells, boolean calm) {}

  private static final int EVENTS = 80;

  private final SplittableRandom random;
  private final Shape shape;
  private final List<LockstepFunction> functions = new ArrayList<>();
  private final Comparison comparison;
  private final OurSide ours;
  private final OpenWhiskSide theirs;

  /** What happened so far, to be read if the pools differ and nothing explains it. */
  private final List<String> history = new ArrayList<>();

  private int events;

  Sequence(long seed, Shape shape, ActorSystem system) {
    this.random = new SplittableRandom(seed);
    this.shape = shape;
    int largest = shape.memories().stream().mapToInt(mb -> mb).max().orElseThrow();
    int memoryMb = largest * random.nextInt(1, 5);
    for (int number = 0; number < random.nextInt(2, 6); number++) {
      int mb = shape.memories().get(random.nextInt(shape.memories().size()));
      functions.add(new LockstepFunction(number, mb, random.nextInt(1, 4)));
    }
    int stemCellMb = shape.memories().get(0);
    this.ours = new OurSide(memoryMb, shape.stemCells(), stemCellMb);
    this.theirs = new OpenWhiskSide(system, memoryMb, shape.stemCells(), stemCellMb);
    this.comparison = new Comparison(memoryMb, stemCellMb);
    history.add(
        "memory %s MB, functions %s, %s stem cells"
            .formatted(memoryMb, functions, shape.stemCells()));
  }

  /** Plays the sequence; a difference that ends it, if there is one. */
  Optional<Difference> play() {
    Optional<Difference> difference = compare(Event.START, 0);
    for (int i = 0; i < EVENTS && difference.isEmpty(); i++) {
      difference = step();
    }
    return difference;
  }

  /** How many events there have been. */
  int events() {
    return events;
  }

  private Optional<Difference> step() {
    int dice = random.nextInt(100);
    if (dice < 45) {
      return submit();
    } else if (dice < 75) {
      return at(Event.COMPLETED, box -> !box.isStemCell() && !box.activations.isEmpty());
    } else if (shape.calm() && ours.buffered() > 0) {
      return Optional.empty();
    } else if (dice < 83) {
      return at(Event.STEM_CELL_READY, box -> box.state == State.STEM_CELL_STARTING);
    } else if (dice < 88) {
      return at(Event.REMOVED, box -> box.activations.size() == 1);
    } else if (dice < 91) {
      return at(Event.REMOVED, box -> box.activations.isEmpty());
    } else if (dice < 94) {
      return at(Event.RESCHEDULING, Box::isIdle);
    } else if (dice < 97) {
      return at(Event.HANDED_BACK, box -> box.state == State.WARM && box.activations.size() == 1);
    }
    return removalConfirmed();
  }

  private Optional<Difference> submit() {
    LockstepFunction function = functions.get(random.nextInt(functions.size()));
    if (!comparison.hasUniqueChoice(function)) {
      return Optional.empty();
    }
    int buffered = ours.buffered();
    int activation = comparison.newActivation(function);
    history.add("submit %s of f%s".formatted(activation, function.number()));
    ours.submit(activation, function);
    theirs.submit(activation, function);
    return compare(Event.SUBMITTED, buffered);
  }

  private Optional<Difference> removalConfirmed() {
    Optional<ContainerId> leaving = comparison.takeLeaving();
    if (leaving.isEmpty()) {
      return Optional.empty();
    }
    int buffered = ours.buffered();
    history.add("removal of %s confirmed".formatted(leaving.get()));
    ours.removed(leaving.get());
    theirs.removed(comparison.theirs(leaving.get()));
    return compare(Event.REMOVED, buffered);
  }

  private Optional<Difference> at(Event event, Predicate<Box> where) {
    List<ContainerId> candidates = comparison.containers(where);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    ContainerId container = candidates.get(random.nextInt(candidates.size()));
    int buffered = ours.buffered();
    history.add("%s %s".formatted(event, container));
    apply(event, container);
    return compare(event, buffered);
  }

  private void apply(Event event, ContainerId container) {
    int actor = comparison.theirs(container);
    Box box = comparison.box(container);
    switch (event) {
      case COMPLETED -> {
        box.state = State.WARM;
        box.activations.remove(random.nextInt(box.activations.size()));
        ours.completed(container);
        theirs.completed(actor, requireNonNull(box.function));
      }
      case STEM_CELL_READY -> {
        box.state = State.STEM_CELL;
        ours.stemCellReady(container);
        theirs.stemCellReady(actor, box.memoryMb);
      }
      case REMOVED -> {
        comparison.forget(container);
        ours.removed(container);
        theirs.removed(actor);
      }
      case RESCHEDULING -> {
        comparison.forget(container);
        ours.rescheduling(container);
        theirs.rescheduling(actor);
      }
      case HANDED_BACK -> {
        int activation = box.activations.get(0);
        comparison.forget(container);
        ours.handBack(container, activation, requireNonNull(box.function));
        theirs.handBack(actor, activation);
      }
      case START, SUBMITTED -> throw new IllegalArgumentException(event + " is of no container");
    }
  }

  private Optional<Difference> compare(Event event, int bufferedBefore) {
    events++;
    List<Order<ContainerId>> decided = ours.takeOrders();
    List<Order<Integer>> expected = theirs.takeOrders();
    history.add(
        "    ours %s, OpenWhisk %s, buffered %s".formatted(decided, expected, ours.buffered()));
    return comparison.compare(event, bufferedBefore, decided, expected, this::unexplained);
  }

  /** An error that says all that happened. */
  AssertionError unexplained(String what) {
    return new AssertionError(what + "\n" + String.join("\n", history));
  }

  @Override
  public void close() {
    theirs.close();
  }
}
