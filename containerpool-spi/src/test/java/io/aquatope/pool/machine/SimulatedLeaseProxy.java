/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One container as the proxy of OpenWhisk's scheduler-based invoker handles it: its states, what it
 * stashes in them, and everything that can go wrong.
 */
final class SimulatedLeaseProxy {

  enum Order {
    INITIALIZE,
    REMOVE,
    SHUTDOWN
  }

  enum Message {
    READY_TO_WORK,
    INITIALIZED,
    RESUMED,
    RESUME_FAILED,
    CREATION_FAILED,
    PAUSED,
    REMOVED,
    REMOVED_BY_ORDER,
    TERMINATED
  }

  private enum State {
    CREATING_CONTAINER,
    CONTAINER_CREATED,
    CREATING_CLIENT,
    CLIENT_CREATED,
    RUNNING,
    PAUSING,
    PAUSED,
    REMOVING,
    STOPPED
  }

  final long container;
  private final SplittableRandom random;
  private final Deque<Order> inbox = new ArrayDeque<>();
  private final Deque<Order> stash = new ArrayDeque<>();
  private final Deque<Message> outbox = new ArrayDeque<>();
  private State state;
  private boolean exists;
  private boolean fetched;
  private boolean handsBack;
  private boolean closing;

  private SimulatedLeaseProxy(
      long container, State state, boolean exists, SplittableRandom random) {
    this.container = container;
    this.state = state;
    this.exists = exists;
    this.random = random;
  }

  /** One that was sent {@code Start}. */
  static SimulatedLeaseProxy started(long container, SplittableRandom random) {
    return new SimulatedLeaseProxy(container, State.CREATING_CONTAINER, false, random);
  }

  /** One that was sent {@code Initialize} and nothing else. */
  static SimulatedLeaseProxy cold(long container, SplittableRandom random) {
    return new SimulatedLeaseProxy(container, State.CREATING_CLIENT, false, random);
  }

  void tell(Order order) {
    inbox.add(order);
  }

  /** The next message that reaches the pool's actor, if one is on its way. */
  @Nullable Message message() {
    return outbox.poll();
  }

  boolean hasStopped() {
    return state == State.STOPPED && outbox.isEmpty();
  }

  /** Whether its container is to be handed back: bound, and not used at all. */
  boolean handsBack() {
    return handsBack;
  }

  /** Handles one order, or something happens to it. */
  void step() {
    if (state != State.STOPPED && chance(300)) {
      stop();
    } else if (!inbox.isEmpty() && random.nextBoolean()) {
      handle(inbox.remove());
    } else {
      happen();
    }
  }

  private void handle(Order order) {
    switch (state) {
      case CONTAINER_CREATED -> {
        switch (order) {
          case INITIALIZE -> enter(State.CREATING_CLIENT);
          case REMOVE -> cleanUp(Message.REMOVED_BY_ORDER);
          case SHUTDOWN -> stash.add(order);
        }
      }
      case RUNNING -> {
        if (order == Order.SHUTDOWN) {
          closing = true;
        } else {
          stash.add(order);
        }
      }
      case PAUSED -> {
        if (order == Order.INITIALIZE) {
          enter(State.RUNNING);
          if (chance(8)) {
            outbox.add(Message.RESUME_FAILED);
            cleanUp(Message.REMOVED);
          } else {
            outbox.add(Message.RESUMED);
          }
        } else {
          cleanUp(Message.REMOVED);
        }
      }
      case CREATING_CONTAINER, CREATING_CLIENT, CLIENT_CREATED, PAUSING -> stash.add(order);
      case REMOVING, STOPPED -> {} // Nobody reads it.
    }
  }

  private void happen() {
    switch (state) {
      case CREATING_CONTAINER -> {
        if (chance(8)) {
          outbox.add(Message.REMOVED);
          stop();
        } else {
          exists = true;
          outbox.add(Message.READY_TO_WORK);
          enter(State.CONTAINER_CREATED);
        }
      }
      case CONTAINER_CREATED -> {
        if (chance(100)) {
          cleanUp(Message.REMOVED); // The health check fails.
        }
      }
      case CREATING_CLIENT -> {
        if (!exists && chance(8)) {
          outbox.add(Message.CREATION_FAILED);
          outbox.add(Message.REMOVED);
          stop();
        } else if (chance(12)) {
          cleanUp(Message.REMOVED); // No client.
        } else {
          exists = true;
          outbox.add(Message.INITIALIZED);
          enter(State.CLIENT_CREATED);
        }
      }
      case CLIENT_CREATED -> {
        if (!fetched && chance(3)) {
          handsBack = true; // Nothing came for the grace.
          cleanUp(Message.REMOVED);
        } else if (!fetched) {
          fetched = true;
        } else if (chance(8)) {
          cleanUp(Message.REMOVED); // Its initialisation fails.
        } else {
          enter(State.RUNNING);
        }
      }
      case RUNNING -> {
        if (closing || chance(12)) {
          cleanUp(Message.REMOVED);
        } else if (chance(2)) {
          state = State.PAUSING;
        }
      }
      case PAUSING -> {
        if (chance(12)) {
          cleanUp(Message.REMOVED);
        } else {
          outbox.add(Message.PAUSED);
          state = State.PAUSED; // What was stashed stays stashed.
        }
      }
      case REMOVING -> stop();
      case PAUSED, STOPPED -> {}
    }
  }

  private void enter(State next) {
    state = next;
    while (!stash.isEmpty()) {
      inbox.addFirst(stash.removeLast());
    }
  }

  private void cleanUp(Message why) {
    outbox.add(why);
    enter(State.REMOVING);
  }

  private void stop() {
    state = State.STOPPED;
    outbox.add(Message.TERMINATED);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
