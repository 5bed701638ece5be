/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$InvokerEnabled;

/** Answers to an operator's requests, in the words of OpenWhisk's own invoker. */
final class InvokerAnswers {

  private final InvokerInstanceId instance;
  private final HealthPing health;

  InvokerAnswers(InvokerInstanceId instance, HealthPing health) {
    this.instance = instance;
    this.health = health;
  }

  /** Starts the pings. */
  String enable() {
    return health.enable()
        ? "%s is now enabled.".formatted(instance)
        : "%s is already enabled.".formatted(instance);
  }

  /** Stops the pings. */
  String disable() {
    return health.disable()
        ? "%s is now disabled.".formatted(instance)
        : "%s is already disabled.".formatted(instance);
  }

  String isEnabled() {
    return new Invoker$InvokerEnabled(health.isEnabled()).serialize();
  }

  String backfillPrewarm() {
    return "not supported";
  }
}
