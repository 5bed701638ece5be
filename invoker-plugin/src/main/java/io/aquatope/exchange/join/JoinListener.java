/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.message.InstanceReport;

/** Hears of the instances that a controller has joined. */
@FunctionalInterface
public interface JoinListener {

  /** Hears nothing. */
  JoinListener NONE = (instance, keptTarget) -> {};

  /** An instance has ended; it kept its workflow's target, or took too long, or failed. */
  void joined(InstanceReport instance, boolean keptTarget);
}
