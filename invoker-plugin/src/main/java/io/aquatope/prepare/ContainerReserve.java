/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Containers that are kept ready outside OpenWhisk's pool, within a memory limit of their own:
 * prepared containers, and containers that the pool released and that are still worth keeping.
 *
 * <p>The policies are the same as in this project's pool. They receive every activation, wherever
 * it runs, and decide about preparation and keep-alive. Stem cells are managed by OpenWhisk's pool.
 * A container leaves the reserve when an activation takes it, when its keep-alive ends, when it
 * reaches the maximum age, when another version of its action is in use, or when a container of
 * higher value needs its memory. Thread-safe; no method blocks.
 *
 * @param <C> represents a real container
 */
final class ContainerReserve<C> {

  /** Carries out the orders of a reserve. Calls return at once and do not call the reserve back. */
  interface Port<C> {

    /** Prepares a container. The result is reported by {@link #prepared} or {@link #failed}. */
    void prepare(FunctionSpec function, PreparationDepth depth);

    /** Destroys a container that has left the reserve. */
    void dismiss(C container);
  }

  private final PoolPolicy policy;
  private final long maxAgeMicros;
  private final Port<C> port;
  private final ReserveView view;
  private final PreparationBackoff backoff;

  /** In the order in which they were added. */
  @GuardedBy("this")
  private final Set<ReservedEntry<C>> entries = new LinkedHashSet<>();

  @GuardedBy("this")
  private long nextPlanMicros;

  @GuardedBy("this")
  private boolean hasBegun;

  @GuardedBy("this")
  private boolean closed;

  /**
   * @param maxAge of a container in the reserve, since it was initialised
   */
  ContainerReserve(long memoryMb, PoolPolicy policy, Duration maxAge, Port<C> port) {
    this(memoryMb, policy, maxAge, new PreparationBackoff(), port);
  }

  ContainerReserve(
      long memoryMb, PoolPolicy policy, Duration maxAge, PreparationBackoff backoff, Port<C> port) {
    this.policy = policy;
    this.backoff = backoff;
    this.maxAgeMicros = MICROSECONDS.convert(maxAge);
    this.port = port;
    this.view = new ReserveView(memoryMb);
    policy.attached(view);
  }

  /** Starts the policy before the first event. */
  @GuardedBy("this")
  private void begin(long nowMicros) {
    if (!hasBegun && !closed) {
      hasBegun = true;
      carryOut(policy.initially(nowMicros), nowMicros);
      nextPlanMicros = policy.nextPlanMicros(nowMicros);
    }
  }

  /** Reports that an activation begins in a container of the pool. */
  synchronized void began(Activation activation, StartKind start, long nowMicros) {
    begin(nowMicros);
    policy.arrived(activation, nowMicros);
    policy.started(activation.function(), start, nowMicros);
    carryOut(policy.followUp(activation, start, nowMicros), nowMicros);
  }

  /** Reports the duration of a start. */
  synchronized void startTook(
      FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    begin(nowMicros);
    policy.startTook(function, start, delayMicros, nowMicros);
  }

  /** Reports that an activation has ended in a container that stays alive. */
  synchronized void completed(FunctionSpec function, StartKind start, long nowMicros) {
    if (start == StartKind.PREPARED || start == StartKind.CREATED) {
      backoff.worked(function.id());
    }
    begin(nowMicros);
    policy.completed(function, nowMicros);
  }

  /**
   * Reports that the activations of a function in a container have ended, because the container
   * failed or was removed.
   */
  synchronized void aborted(FunctionSpec function, long nowMicros) {
    begin(nowMicros);
    policy.aborted(function, nowMicros);
  }

  /** Reports changes of the number of a function's busy and idle containers in the pool. */
  synchronized void inPool(FunctionId function, int busy, int idle) {
    view.inPool(function, busy, idle);
  }

  /**
   * Reports the version of an action that is in use. Containers of other versions are destroyed.
   */
  synchronized void inUse(FunctionId function) {
    dismissIf(
        kept -> {
          FunctionId other = kept.function().id();
          return other.namespace().equals(function.namespace())
              && other.action().equals(function.action())
              && !other.equals(function);
        });
  }

  /** Destroys the containers of all other functions. */
  synchronized void keepOnly(Predicate<FunctionId> functions) {
    dismissIf(kept -> !functions.test(kept.function().id()));
  }

  /** Takes the first container that fits out of the reserve. */
  synchronized Optional<ReserveEntry<C>> take(Predicate<ReserveEntry<C>> fits) {
    for (ReservedEntry<C> entry : entries) {
      if (fits.test(entry.kept)) {
        remove(entry);
        return Optional.of(entry.kept);
      }
    }
    return Optional.empty();
  }

  /** Reports that a preparation succeeded. */
  synchronized void prepared(FunctionSpec function, C container, long nowMicros) {
    view.preparing(function.id(), -1, function.memoryMb());
    ReserveEntry<C> kept = ReserveEntry.prepared(function, container, nowMicros);
    if (!offer(kept, nowMicros)) {
      port.dismiss(container);
    }
  }

  /** Reports that a preparation failed. */
  synchronized void failed(FunctionSpec function, long nowMicros) {
    view.preparing(function.id(), -1, function.memoryMb());
    lost(function, nowMicros);
  }

  /** Reports that a prepared container was not fit for its function when it was needed. */
  synchronized void lost(FunctionSpec function, long nowMicros) {
    begin(nowMicros);
    backoff.lost(function.id(), nowMicros);
    policy.preparedLost(function, nowMicros);
  }

  /**
   * Offers a container that the pool has released.
   *
   * @return whether the reserve keeps it; otherwise the caller destroys it
   */
  synchronized boolean offer(ReserveEntry<C> kept, long nowMicros) {
    begin(nowMicros);
    policy.becameIdle(kept, nowMicros);
    long keepUntil = keepUntilMicros(kept, nowMicros);
    if (closed || keepUntil <= nowMicros || !makeRoom(kept, nowMicros)) {
      return false;
    }
    entries.add(new ReservedEntry<>(kept, keepUntil));
    view.prepared(kept.function().id(), 1, kept.function().memoryMb());
    return true;
  }

  /** End of a container's keep-alive. For a used container it counts from the last use. */
  private long keepUntilMicros(ReserveEntry<C> kept, long nowMicros) {
    long keepAlive = policy.keepAliveMicros(kept, nowMicros);
    long byPolicy =
        keepAlive >= PoolPolicy.NEVER - nowMicros
            ? PoolPolicy.NEVER
            : kept.lastUsedMicros() + keepAlive;
    return Math.min(byPolicy, kept.bornMicros() + maxAgeMicros);
  }

  @GuardedBy("this")
  private boolean makeRoom(ReserveEntry<C> kept, long nowMicros) {
    int mb = kept.function().memoryMb();
    if (view.fits(mb)) {
      return true;
    }
    double rank = policy.evictionRank(kept, nowMicros);
    List<ReservedEntry<C>> lesser = new ArrayList<>();
    long lesserMb = 0;
    for (ReservedEntry<C> entry : entries) {
      if (entry.rank(policy, nowMicros) < rank) {
        lesser.add(entry);
        lesserMb += entry.kept.function().memoryMb();
      }
    }
    if (view.usedMb() - lesserMb + mb > view.memoryMb()) {
      return false;
    }
    lesser.sort(Comparator.comparingDouble(ReservedEntry::lastRank));
    for (ReservedEntry<C> victim : lesser) {
      if (view.fits(mb)) {
        break;
      }
      policy.evicted(victim.kept, nowMicros);
      dismiss(victim);
    }
    return true;
  }

  /** Carries out what is due at a time. */
  synchronized void tick(long nowMicros) {
    for (ReservedEntry<C> entry : List.copyOf(entries)) {
      if (entry.untilMicros <= nowMicros) {
        dismiss(entry);
      }
    }
    if (!hasBegun) {
      begin(nowMicros);
    } else if (nextPlanMicros <= nowMicros && !closed) {
      carryOut(policy.plan(nowMicros), nowMicros);
      nextPlanMicros = policy.nextPlanMicros(nowMicros);
    }
  }

  @GuardedBy("this")
  private void carryOut(List<PoolAction> actions, long nowMicros) {
    for (PoolAction action : actions) {
      if (action instanceof PoolAction.Prepare prepare) {
        prepare(prepare, nowMicros);
      } else if (action instanceof PoolAction.Release release) {
        entries.stream()
            .filter(entry -> entry.kept.function().id().equals(release.function().id()))
            .limit(release.count())
            .toList()
            .forEach(this::dismiss);
      }
    }
  }

  @GuardedBy("this")
  private void prepare(PoolAction.Prepare prepare, long nowMicros) {
    FunctionSpec function = prepare.function();
    PreparationDepth depth = prepare.depth().atMost(function.deepest());
    for (int i = 0;
        i < prepare.count()
            && depth != PreparationDepth.STEM_CELL
            && view.fits(function.memoryMb())
            && !backoff.holds(function.id(), nowMicros);
        i++) {
      view.preparing(function.id(), 1, function.memoryMb());
      port.prepare(function, depth);
    }
  }

  /** Closes the reserve. Others destroy its containers. */
  synchronized void close() {
    closed = true;
    List.copyOf(entries).forEach(this::remove);
  }

  @GuardedBy("this")
  private void dismissIf(Predicate<ReserveEntry<C>> condition) {
    for (ReservedEntry<C> entry : List.copyOf(entries)) {
      if (condition.test(entry.kept)) {
        dismiss(entry);
      }
    }
  }

  @GuardedBy("this")
  private void dismiss(ReservedEntry<C> entry) {
    remove(entry);
    port.dismiss(entry.kept.container());
  }

  @GuardedBy("this")
  private void remove(ReservedEntry<C> entry) {
    entries.remove(entry);
    FunctionSpec function = entry.kept.function();
    view.prepared(function.id(), -1, function.memoryMb());
  }
}
