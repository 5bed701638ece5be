/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StemCell;
import java.util.Optional;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * State of one function-pulling proxy in the pool's actor. The proxy's own creation reads and sets
 * two fields from other threads.
 */
final class LeaseProxy {

  /** Phase of a container, as OpenWhisk's own pool sorts its containers. */
  enum Phase {
    /** A stem cell, or a container in preparation, that does not exist yet. */
    STARTING,
    /** A stem cell, or a prepared container. */
    READY,
    /** It was given to a creation, which is not acknowledged yet. */
    IN_PROGRESS,
    /** It pulls activations. */
    BUSY,
    /** It has run activations, and is paused. */
    PAUSED
  }

  final ContainerId id;
  final int memoryMb;

  /** The proxy; null until it has been started. */
  @Nullable ActorRef actor;

  /** Kind of the stem cell; null if the container is for a function from the beginning. */
  final @Nullable StemCell stemCell;

  /** Held so that the function's identity stays bound to its action while the container lives. */
  volatile @Nullable InvokedFunction function;

  /** The real container, once it exists. */
  volatile @Nullable LeasedContainer container;

  Phase phase;

  /** Whether the container was prepared for its function, or handed back, and never used since. */
  boolean prepared;

  /** The order to start the lease, until its first activation has been pulled. */
  ContainerStartTimes.@Nullable Order order;

  /** The first activation of the lease. */
  @Nullable String first;

  /**
   * Whether the container was initialised ahead. One that was only created is not announced: the
   * scheduler takes any announced container, so it would take it before a warm one elsewhere.
   */
  boolean initialised;

  /** Whether the proxy has been sent anything. If not, it has nothing to clean up. */
  boolean ordered;

  /** Whether the proxy has said that its container is gone. */
  boolean removed;

  /** Whether the proxy is to end because the invoker is disabled, or its action outdated. */
  boolean retired;

  private LeaseProxy(
      ContainerId id,
      int memoryMb,
      @Nullable StemCell stemCell,
      @Nullable InvokedFunction function,
      Phase phase) {
    this.id = id;
    this.memoryMb = memoryMb;
    this.stemCell = stemCell;
    this.function = function;
    this.phase = phase;
  }

  static LeaseProxy of(ContainerId id, StemCell stemCell) {
    return new LeaseProxy(id, stemCell.memoryMb(), stemCell, null, Phase.STARTING);
  }

  static LeaseProxy of(ContainerId id, InvokedFunction function, int memoryMb, Phase phase) {
    return new LeaseProxy(id, memoryMb, null, function, phase);
  }

  boolean isFor(FunctionSpec other) {
    InvokedFunction known = function;
    return known != null && known.spec().id().equals(other.id());
  }

  Optional<ExecutableWhiskAction> action() {
    return Optional.ofNullable(function).map(InvokedFunction::action);
  }

  Optional<Container> realContainer() {
    return Optional.ofNullable(container);
  }

  /** The kind of runtime. */
  String kind() {
    InvokedFunction known = function;
    if (known != null) {
      return known.spec().kind();
    }
    StemCell cell = stemCell;
    return cell == null ? "" : cell.kind();
  }
}
