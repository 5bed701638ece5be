/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Receives the events of the pool, for metrics and logs. Called on the pool's thread; returns at
 * once. {@link #NONE} ignores all events.
 */
public interface PoolListener {

  /** Ignores all events. */
  PoolListener NONE = new PoolListener() {};

  /** An activation has been given to a container. */
  default void started(
      ContainerId container, Activation activation, StartKind start, long nowMicros) {}

  /**
   * An activation has to wait: no container can take it and memory does not suffice for a new one.
   */
  default void buffered(Activation activation, long nowMicros) {}

  /** An idle container has been evicted to make room for another. */
  default void evicted(ContainerId container, IdleContainer idle, long nowMicros) {}

  /** An idle container has been released because the policy no longer wants it. */
  default void release(ContainerId container, IdleContainer idle, long nowMicros) {}

  /** A stem cell has been removed because it was not used in time. */
  default void expired(ContainerId container, StemCell stemCell, long nowMicros) {}

  /** A container failed, or ended by itself. */
  default void lost(ContainerId container, long nowMicros) {}

  /** A container has been prepared for a function. */
  default void prepared(FunctionSpec function, PreparationDepth depth, long nowMicros) {}

  /** A container prepared for a function, or being prepared, failed or ended by itself. */
  default void lostPrepared(FunctionSpec function, long nowMicros) {}

  /** Containers prepared for a function were lost recently. None is prepared for a while. */
  default void backedOff(PoolAction.Prepare action, long nowMicros) {}

  /** Losses of a function were forgotten early, because very many other functions had losses. */
  default void backoffForgotten() {}

  /** A container was not prepared, because the code of its function is no longer known. */
  default void impossible(PoolAction.Prepare action, long nowMicros) {}

  /** The policy requested a container ahead of calls, and there was no memory for it. */
  default void refused(PoolAction action, long nowMicros) {}
}
