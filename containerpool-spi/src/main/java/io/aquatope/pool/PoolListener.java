/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Hears what the pool does, for metrics and logs. Called on the pool's thread; returns at once.
 * {@link #NONE} hears nothing.
 */
public interface PoolListener {

  /** Hears nothing. */
  PoolListener NONE = new PoolListener() {};

  /** An activation has been given to a container. */
  default void started(
      ContainerId container, Activation activation, StartKind start, long nowMicros) {}

  /** An activation has to wait: there is no container for it and no memory for a new one. */
  default void buffered(Activation activation, long nowMicros) {}

  /** An idle container has been removed to make room for another. */
  default void evicted(ContainerId container, IdleContainer idle, long nowMicros) {}

  /** An idle container has been removed because the policy no longer wants it. */
  default void release(ContainerId container, IdleContainer idle, long nowMicros) {}

  /** A stem cell has been removed because it was not used in time. */
  default void expired(ContainerId container, StemCell stemCell, long nowMicros) {}

  /** A container failed, or ended by itself. */
  default void lost(ContainerId container, long nowMicros) {}

  /** A container has been prepared for a function. */
  default void prepared(FunctionSpec function, PreparationDepth depth, long nowMicros) {}

  /** A container prepared for a function, or being prepared, failed or ended by itself. */
  default void lostPrepared(FunctionSpec function, long nowMicros) {}

  /** Containers prepared for a function were lost lately, so that none is prepared for a while. */
  default void backedOff(PoolAction.Prepare action, long nowMicros) {}

  /** Losses of a function were forgotten before their time, as very many others had some. */
  default void backoffForgotten() {}

  /** A container was not prepared: what its function runs is no longer known. */
  default void impossible(PoolAction.Prepare action, long nowMicros) {}

  /** The policy asked for a container ahead of calls, and there is no memory to spare for it. */
  default void refused(PoolAction action, long nowMicros) {}
}
