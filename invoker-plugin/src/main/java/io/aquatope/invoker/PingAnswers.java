/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$InvokerEnabled;

/** Answers of an invoker that pings the controllers, in the words of OpenWhisk's own invoker. */
final class PingAnswers implements InvokerAnswers {

  private final InvokerInstanceId instance;
  private final HealthPing health;

  PingAnswers(InvokerInstanceId instance, HealthPing health) {
    this.instance = instance;
    this.health = health;
  }

  @Override
  public String enable() {
    return health.enable()
        ? "%s is now enabled.".formatted(instance)
        : "%s is already enabled.".formatted(instance);
  }

  @Override
  public String disable() {
    return health.disable()
        ? "%s is now disabled.".formatted(instance)
        : "%s is already disabled.".formatted(instance);
  }

  @Override
  public String isEnabled() {
    return new Invoker$InvokerEnabled(health.isEnabled()).serialize();
  }

  @Override
  public String backfillPrewarm() {
    return "not supported";
  }
}
