/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.status.Status;
import java.util.function.Supplier;
import org.apache.openwhisk.core.containerpool.v2.NotSupportedPoolState;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$InvokerEnabled;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.dispatch.Futures;
import scala.concurrent.Future;
import scala.util.Either;
import scala.util.Left;

/** Answers an operator's requests to the running invoker as OpenWhisk's own invoker does. */
final class AquatopeInvoker implements InvokerCore {

  private final InvokerInstanceId instance;
  private final HealthPing health;
  private final Supplier<Status> status;

  AquatopeInvoker(InvokerInstanceId instance, HealthPing health, Supplier<Status> status) {
    this.instance = instance;
    this.health = health;
    this.status = status;
  }

  Status status() {
    return status.get();
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

  @Override
  public Future<Either<NotSupportedPoolState, TotalContainerPoolState>> getPoolState() {
    return Futures.successful(new Left<>(new NotSupportedPoolState()));
  }
}
