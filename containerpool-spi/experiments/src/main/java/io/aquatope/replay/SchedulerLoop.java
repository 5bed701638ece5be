/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static java.util.Objects.requireNonNull;

import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.CreationKey;
import io.aquatope.cluster.ClusterPolicy;
import io.aquatope.cluster.ContainerSlots;
import io.aquatope.cluster.RequiredTags;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.LeasePolicy;
import io.aquatope.replay.EventQueue.Kind;
import io.aquatope.trace.TraceFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a replay in which OpenWhisk's scheduler places. Each function has a queue. Containers
 * under a lease fetch from it, and are paused when nothing has come for a while. For each
 * activation that waits, the scheduler asks for a container: of an invoker that has announced a
 * ready one, else of a random one that has the memory.
 *
 * <p>Messages take no time here, and all invokers hear of keys at once.
 */
final class SchedulerLoop {

  /** OpenWhisk's {@code pause-grace}. */
  private static final long GRACE_MICROS = 10_000_000;

  /** Time after which a creation is tried again. */
  private static final long RETRY_MICROS = 100_000;

  private static final int PROGRESS_EVERY = 1 << 14;

  /** The queue of a function. */
  private static final class FunctionQueue {
    final Deque<ReplayActivation> waiting = new ArrayDeque<>();

    /** Containers that wait for activations; the last one gets the next. */
    final Deque<ReplayContainer> free = new ArrayDeque<>();

    /** Leases that were placed and whose containers are not ready. */
    int coming;

    boolean triesAgain;
  }

  private final ReplayWorkload workload;
  private final Ledger ledger;
  private final IntConsumer progress;
  private final ReplayFunctions functions;
  private final EventQueue queue = new EventQueue();
  private final ReplayKeys keys = new ReplayKeys();
  private final List<LeasedInvoker> invokers = new ArrayList<>();
  private final List<FunctionQueue> queues = new ArrayList<>();
  private final List<FunctionSpec> specs = new ArrayList<>();
  private final @Nullable ReplayActivation[] running;
  private final SplittableRandom random;
  private int leases;
  private int ended;

  /**
   * @param policies the policy of each invoker, for the whole cluster
   * @param progress receives from time to time the number of activations that have ended
   */
  SchedulerLoop(
      ReplayWorkload workload,
      ReplayConfig config,
      Ledger ledger,
      IntFunction<? extends PoolPolicy> policies,
      IntConsumer progress) {
    this.workload = workload;
    this.ledger = ledger;
    this.progress = progress;
    functions = new ReplayFunctions(workload);
    running = new ReplayActivation[workload.size()];
    random = new SplittableRandom(config.seed());
    for (TraceFunction function : workload.functions()) {
      queues.add(new FunctionQueue());
      specs.add(alone(function.spec()));
    }
    for (int i = 0; i < config.invokers(); i++) {
      keys.putInvoker(i, config.memoryMb(), 0);
    }
    keys.settle(-60_000_000); // They have been there for a while.
    for (int i = 0; i < config.invokers(); i++) {
      ContainerSlots slots = new ContainerSlots(keys.facts(), RequiredTags.NONE, i);
      ClusterPolicy policy =
          new ClusterPolicy(
              policies.apply(i), keys.facts(), slots, id -> specs.get(functions.index(id)), i);
      keys.addListener(policy);
      invokers.add(
          new LeasedInvoker(
              i, workload, functions, config, queue, ledger, keys, new LeasePolicy(policy)));
    }
  }

  /** The function as leases have it: each takes a whole container. */
  private static FunctionSpec alone(FunctionSpec spec) {
    return new FunctionSpec(spec.id(), spec.kind(), spec.memoryMb(), 1, spec.deepest());
  }

  void run() {
    invokers.forEach(LeasedInvoker::begin);
    keys.settle(0);
    long end = workload.durationMicros();
    int arrivals = workload.arrivals();
    int next = 0;
    while (ended < workload.size() || (!queue.isEmpty() && queue.headMicros() <= end)) {
      if (next < arrivals && comesBeforeQueue(workload.arrivalMicros(next))) {
        long now = workload.arrivalMicros(next);
        arrive(workload.arrival(next), now);
        keys.settle(now);
        next++;
      } else {
        queue.next();
        ledger.advance(queue.timeMicros());
        happen();
        keys.settle(queue.timeMicros());
      }
    }
    ledger.advance(end);
    invokers.forEach(LeasedInvoker::checkConsistent);
  }

  private boolean comesBeforeQueue(long micros) {
    if (queue.isEmpty() || micros < queue.headMicros()) {
      return true;
    }
    return micros == queue.headMicros() && queue.headKind().compareTo(Kind.ARRIVED) >= 0;
  }

  private void happen() {
    long now = queue.timeMicros();
    LeasedInvoker invoker = invokers.get(queue.invoker());
    switch (queue.kind()) {
      case ARRIVED -> arrive(queue.activation(), now);
      case LEASED -> ready(invoker, invoker.ready(queue.container(), now), now);
      case ENDED -> end(invoker, invoker.find(queue.container()), queue.activation(), now);
      case GRACE_OVER -> graceOver(invoker, queue.container(), now);
      case RETRY -> {
        queues.get(queue.activation()).triesAgain = false;
        create(queue.activation(), now);
      }
      case STEM_CELL_READY, PREPARED, WAKE_UP ->
          invoker.happened(queue.kind(), queue.container(), now);
    }
  }

  private void arrive(int number, long now) {
    ledger.advance(now);
    workload.arrived(number, now);
    int function = workload.functionIndex(number);
    FunctionQueue own = queues.get(function);
    ReplayActivation activation =
        new ReplayActivation(number, function, specs.get(function), workload.root(number), now);
    running[number] = activation;
    ReplayContainer free = own.free.peekLast();
    if (free != null) {
      fetch(invokers.get(free.invoker), free, activation, now);
    } else {
      own.waiting.add(activation);
      if (!create(function, now)) {
        ledger.buffered(activation, now);
      }
    }
  }

  private void fetch(
      LeasedInvoker invoker, ReplayContainer container, ReplayActivation activation, long now) {
    invoker.fetch(container, activation, now);
    int most = functions.get(activation.functionIndex()).spec().maxConcurrent();
    if (container.running >= most) {
      queues.get(activation.functionIndex()).free.remove(container);
    }
  }

  /**
   * Asks for a container for each activation that waits.
   *
   * @return whether all have one that is coming
   */
  private boolean create(int function, long now) {
    FunctionQueue own = queues.get(function);
    while (own.coming < own.waiting.size()) {
      ReplayLease lease = new ReplayLease(leases++, function, specs.get(function));
      LeasedInvoker invoker = choose(lease.function());
      if (invoker == null || !invoker.offer(lease, now)) {
        if (!own.triesAgain) {
          own.triesAgain = true;
          queue.add(now + RETRY_MICROS, Kind.RETRY, 0, 0, function);
        }
        return false;
      }
      own.coming++;
      keys.put(creation(lease));
      keys.settle(now);
    }
    return true;
  }

  private static CreationKey creation(ReplayLease lease) {
    return new CreationKey(lease.function().id(), "0", Integer.toString(lease.number()));
  }

  /** The invoker that has announced a ready container, else a random one; null if none has room. */
  private @Nullable LeasedInvoker choose(FunctionSpec function) {
    for (ContainerKey key : keys.facts().ready(function.id())) {
      LeasedInvoker invoker = invokers.get(key.invoker());
      if (invoker.freeMb() >= function.memoryMb()) {
        return invoker;
      }
    }
    List<LeasedInvoker> roomy = new ArrayList<>(invokers);
    roomy.removeIf(invoker -> invoker.freeMb() < function.memoryMb());
    return roomy.isEmpty() ? null : roomy.get(random.nextInt(roomy.size()));
  }

  private void ready(LeasedInvoker invoker, ReplayContainer container, long now) {
    FunctionQueue own = queues.get(container.lease.functionIndex());
    own.coming--;
    keys.delete(creation(container.lease));
    serve(invoker, container, own, now);
  }

  /** Lets a container fetch what waits. */
  private void serve(
      LeasedInvoker invoker, ReplayContainer container, FunctionQueue own, long now) {
    if (!own.free.contains(container)) {
      own.free.addLast(container);
    }
    while (!own.waiting.isEmpty() && own.free.peekLast() == container) {
      fetch(invoker, container, own.waiting.remove(), now);
    }
    if (container.running == 0) {
      container.idleSinceMicros = now;
      queue.add(now + GRACE_MICROS, Kind.GRACE_OVER, container.invoker, container.id.number(), 0);
    }
  }

  private void end(LeasedInvoker invoker, ReplayContainer container, int number, long now) {
    invoker.ended(container, requireNonNull(running[number]), now);
    running[number] = null;
    workload.ended(number, now, (next, at) -> queue.add(at, Kind.ARRIVED, 0, 0, next));
    ended++;
    if (ended % PROGRESS_EVERY == 0) {
      progress.accept(ended);
    }
    serve(invoker, container, queues.get(container.lease.functionIndex()), now);
  }

  private void graceOver(LeasedInvoker invoker, long container, long now) {
    if (invoker.isUnusedSince(container, now - GRACE_MICROS)) {
      ReplayContainer paused = invoker.find(container);
      queues.get(paused.lease.functionIndex()).free.remove(paused);
      invoker.pause(paused, now);
    }
  }
}
