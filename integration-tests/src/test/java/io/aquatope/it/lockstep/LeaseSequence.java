/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import io.aquatope.it.lockstep.LeaseBox.State;
import io.aquatope.pool.ContainerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.apache.pekko.actor.ActorSystem;

/**
 * One random sequence of leases, given to both pools until it ends or they differ.
 *
 * <p>The containers are played, at random, within what function-pulling proxies do. A lease is
 * offered only if there is at most one paused container of its function, since OpenWhisk takes the
 * first of a hash map. Two things that this project does above its pool are left out: a lease whose
 * container ends before it begins is refused, as by OpenWhisk, and a container that fetched nothing
 * ends, and is not handed back.
 */
final class LeaseSequence implements AutoCloseable {

  /**
   * What a sequence is about.
   *
   * @param memories the memory limits that actions have, in MB; stem cells have the first
   * @param least how many of the largest containers the memory holds, at least
   * @param most the same, at most
   */
  record Shape(List<Integer> memories, int stemCells, int least, int most) {}

  private static final int EVENTS = 120;

  private final SplittableRandom random;
  private final int memoryMb;
  private final int stemCellMb;
  private final List<LockstepFunction> functions = new ArrayList<>();
  private final Map<ContainerId, LeaseBox> boxes = new LinkedHashMap<>();
  private final BiMap<ContainerId, Integer> same = HashBiMap.create();
  private final Deque<ContainerId> leaving = new ArrayDeque<>();
  private final LeaseSide ours;
  private final PullingPoolSide theirs;

  /** What happened so far, to be read if the pools differ and nothing explains it. */
  private final List<String> history = new ArrayList<>();

  /** The function of each lease. */
  private final List<LockstepFunction> requested = new ArrayList<>();

  private int events;

  /** What our containers took before the event. */
  private long usedMb;

  LeaseSequence(long seed, Shape shape, ActorSystem system) {
    random = new SplittableRandom(seed);
    int largest = shape.memories().stream().mapToInt(mb -> mb).max().orElseThrow();
    memoryMb = largest * random.nextInt(shape.least(), shape.most() + 1);
    stemCellMb = shape.memories().get(0);
    int count = random.nextInt(2, 7);
    for (int number = 0; number < count; number++) {
      int mb = shape.memories().get(random.nextInt(shape.memories().size()));
      functions.add(new LockstepFunction(number, mb, 1));
    }
    ours = new LeaseSide(memoryMb, shape.stemCells(), stemCellMb);
    theirs = new PullingPoolSide(system, memoryMb, shape.stemCells(), stemCellMb);
    history.add(
        "memory " + memoryMb + " MB, functions " + functions + ", stem cells " + shape.stemCells());
  }

  /** Plays the sequence; a difference that ends it, if there is one. */
  Optional<LeaseDifference> play() {
    Optional<LeaseDifference> difference = compare(0);
    for (int i = 0; i < EVENTS && difference.isEmpty(); i++) {
      difference = step();
    }
    return difference;
  }

  /** How many events there have been. */
  int events() {
    return events;
  }

  private Optional<LeaseDifference> step() {
    int dice = random.nextInt(100);
    if (dice < 35) {
      return offer();
    } else if (dice < 50) {
      return at("begun", box -> box.state == State.BOUND, this::begun);
    } else if (dice < 65) {
      return at("fetched", box -> box.state == State.BUSY, this::fetched);
    } else if (dice < 80) {
      return at("paused", box -> box.state == State.BUSY && box.fetched != null, this::paused);
    } else if (dice < 88) {
      return at("ready", box -> box.state == State.STEM_CELL_STARTING, this::ready);
    } else if (dice < 91) {
      return at("not resumed", box -> box.state == State.BOUND && box.resumed, this::notResumed);
    } else if (dice < 95) {
      return at("ended", box -> true, this::ended);
    }
    return removalConfirmed();
  }

  private Optional<LeaseDifference> offer() {
    LockstepFunction function = functions.get(random.nextInt(functions.size()));
    if (boxes.values().stream().filter(box -> box.isPausedOf(function)).count() > 1) {
      return Optional.empty();
    }
    int lease = requested.size();
    requested.add(function);
    history.add("lease " + lease + " of " + function);
    boolean placed = ours.offer(lease, function);
    theirs.create(lease, function);
    return compareWithLease(lease, function, placed);
  }

  private Optional<LeaseDifference> at(String event, Predicate<LeaseBox> where, Played played) {
    List<ContainerId> candidates =
        boxes.entrySet().stream()
            .filter(entry -> where.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    ContainerId container = candidates.get(random.nextInt(candidates.size()));
    history.add(event + " " + container);
    return played.play(
        container, requireNonNull(boxes.get(container)), requireNonNull(same.get(container)));
  }

  /** Something that happens to a container of both pools. */
  @FunctionalInterface
  private interface Played {
    Optional<LeaseDifference> play(ContainerId container, LeaseBox box, int actor);
  }

  private Optional<LeaseDifference> begun(ContainerId container, LeaseBox box, int actor) {
    box.state = State.BUSY;
    theirs.begun(actor, requireNonNull(box.function), box.resumed);
    List<Integer> acknowledged = theirs.takeSucceeded();
    if (!acknowledged.equals(List.of(box.lease))) {
      throw unexplained("OpenWhisk acknowledged " + acknowledged + " in place of " + box.lease);
    }
    return compare(0);
  }

  private Optional<LeaseDifference> fetched(ContainerId container, LeaseBox box, int actor) {
    box.fetched = theirs.now();
    ours.fetched(container, requireNonNull(box.function));
    return compare(0);
  }

  private Optional<LeaseDifference> paused(ContainerId container, LeaseBox box, int actor) {
    box.state = State.PAUSED;
    ours.paused(container);
    theirs.paused(actor, requireNonNull(box.function), requireNonNull(box.fetched));
    return compare(0);
  }

  private Optional<LeaseDifference> ready(ContainerId container, LeaseBox box, int actor) {
    box.state = State.STEM_CELL;
    ours.stemCellReady(container);
    theirs.stemCellReady(actor, stemCellMb);
    return compare(0);
  }

  private Optional<LeaseDifference> notResumed(ContainerId container, LeaseBox box, int actor) {
    LockstepFunction function = requireNonNull(box.function);
    if (boxes.values().stream().filter(other -> other.isPausedOf(function)).count() > 1) {
      return Optional.empty();
    }
    boxes.remove(container);
    boolean placed = ours.resumeFailed(container, box.lease, function);
    theirs.resumeFailed(actor, function);
    return compareWithLease(box.lease, function, placed);
  }

  /** Whatever it does, it ends by itself. */
  private Optional<LeaseDifference> ended(ContainerId container, LeaseBox box, int actor) {
    boxes.remove(container);
    ours.removed(container);
    theirs.removed(actor);
    List<Integer> refused = theirs.takeRefused();
    List<Integer> expected = box.state == State.BOUND ? List.of(box.lease) : List.of();
    if (!refused.equals(expected)) {
      throw unexplained("OpenWhisk refused " + refused + " in place of " + expected);
    }
    return compare(0);
  }

  private Optional<LeaseDifference> removalConfirmed() {
    ContainerId container = leaving.poll();
    if (container == null) {
      return Optional.empty();
    }
    history.add("removal of " + container + " confirmed");
    ours.removed(container);
    theirs.removed(requireNonNull(same.get(container)));
    return compare(0);
  }

  private Optional<LeaseDifference> compareWithLease(
      int lease, LockstepFunction function, boolean placed) {
    List<Integer> refused = theirs.takeRefused();
    Optional<LeaseDifference> difference = compare(function.memoryMb());
    if (difference.isEmpty()) {
      if (!refused.equals(placed ? List.of() : List.of(lease))) {
        throw unexplained("OpenWhisk refused " + refused + ", ours " + (placed ? "not" : "too"));
      }
      if (!placed && theirs.freeMb() != ours.freeMb()) {
        throw unexplained(
            "OpenWhisk tells " + theirs.freeMb() + " MB as free, ours " + ours.freeMb());
      }
    }
    return difference;
  }

  /** Compares what both decided, and notes what has become of the containers. */
  private Optional<LeaseDifference> compare(int neededMb) {
    events++;
    List<Order<ContainerId>> decided = ours.takeOrders();
    List<Order<Integer>> expected = theirs.takeOrders();
    history.add("    ours " + decided + ", OpenWhisk " + expected);
    Decisions decisions = new Decisions(decided, expected, same);
    matchStemCells(decisions);
    if (decisions.isSame()) {
      apply(decisions);
      usedMb = ours.usedMb();
      return Optional.empty();
    }
    boolean stemCells =
        boxes.values().stream().anyMatch(box -> box.state.compareTo(State.STEM_CELL) <= 0)
            || !decisions.theirStemCells.isEmpty();
    if (stemCells && usedMb + Math.max(neededMb, stemCellMb) > memoryMb) {
      return Optional.of(LeaseDifference.STEM_CELLS_ARE_COUNTED);
    }
    throw unexplained("a difference that nothing explains");
  }

  /** Ready stem cells of one sort are equal: if each pool takes another one, they change names. */
  private void matchStemCells(Decisions decisions) {
    for (int i = 0; i < Math.min(decisions.ourGiven.size(), decisions.theirGiven.size()); i++) {
      ContainerId taken = decisions.ourGiven.get(i).container();
      int theirTaken = decisions.theirGiven.get(i).container();
      ContainerId other = same.inverse().get(theirTaken);
      if (other != null && !other.equals(taken) && isStemCell(taken) && isStemCell(other)) {
        int ofOurs = requireNonNull(same.remove(taken));
        same.forcePut(other, ofOurs);
        same.put(taken, theirTaken);
      }
    }
  }

  private boolean isStemCell(ContainerId container) {
    LeaseBox box = boxes.get(container);
    return box != null && box.state == State.STEM_CELL;
  }

  private void apply(Decisions decisions) {
    for (ContainerId removed : new HashSet<>(decisions.ourRemoved)) {
      boxes.remove(removed);
      leaving.add(removed);
    }
    for (int i = 0; i < decisions.ourStemCells.size(); i++) {
      ContainerId started = decisions.ourStemCells.get(i).container();
      same.put(started, decisions.theirStemCells.get(i).container());
      boxes.put(started, new LeaseBox(State.STEM_CELL_STARTING));
    }
    for (int i = 0; i < decisions.ourGiven.size(); i++) {
      Order.Given<ContainerId> given = decisions.ourGiven.get(i);
      same.put(given.container(), decisions.theirGiven.get(i).container());
      boxes
          .computeIfAbsent(given.container(), id -> new LeaseBox(State.BOUND))
          .bind(given.activation(), requested.get(given.activation()));
    }
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
