/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;

/** A key that OpenWhisk's scheduler or invokers keep in etcd. */
public sealed interface ClusterKey {

  /** State of a container that has a key. */
  enum ContainerUse {
    /** Runs, or waits for activations that it fetches by itself. */
    RUNNING,
    /** Is ready for a lease: paused, or prepared. */
    READY
  }

  /** A container of a function. */
  record ContainerKey(ContainerUse use, FunctionId function, int invoker, String container)
      implements ClusterKey {}

  /** A container that a scheduler has asked for and that no invoker has acknowledged yet. */
  record CreationKey(FunctionId function, String scheduler, String creation)
      implements ClusterKey {}

  /** The leading queue of an action: it exists while the action is called. */
  record QueueKey(String namespace, String action) implements ClusterKey {}

  /**
   * An invoker; the value says what it has.
   *
   * @param names its unique and displayed names, empty or as they are in the key
   */
  record InvokerKey(int invoker, String names) implements ClusterKey {}

  /** A scheduler. */
  record SchedulerKey(String scheduler) implements ClusterKey {}
}
