/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.message.InstanceReport;

/** Receives the instances that a controller has joined. */
@FunctionalInterface
public interface JoinListener {

  /** Ignores them. */
  JoinListener NONE = (instance, keptTarget) -> {};

  /**
   * Called when an instance has ended. It met its workflow's target, or it took too long or failed.
   */
  void joined(InstanceReport instance, boolean keptTarget);
}
