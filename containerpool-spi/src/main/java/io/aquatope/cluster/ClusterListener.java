/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;

/** Receives changes of {@link ClusterFacts}, on the thread that reports them. */
public interface ClusterListener {

  /** Ignores all changes. */
  ClusterListener NONE = new ClusterListener() {};

  /** A container has begun to run for a function. */
  default void began(FunctionId function, int invoker, long nowMicros) {}

  /** The containers of a function that run, are coming or are ready have changed. */
  default void changed(FunctionId function, long nowMicros) {}

  /** An action is called after a while without calls: it has a queue now. */
  default void queueStarted(String namespace, String action, long nowMicros) {}

  /** There is a scheduler that was not there before. It knows no key that is older. */
  default void schedulerStarted(String scheduler, long nowMicros) {}
}
