/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.status.Status;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.openwhisk.common.Enable$;
import org.apache.openwhisk.common.GracefulShutdown$;
import org.apache.openwhisk.core.connector.GetState$;
import org.apache.openwhisk.core.containerpool.AdjustPrewarmedContainer$;
import org.apache.openwhisk.core.containerpool.v2.NotSupportedPoolState;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$InvokerEnabled;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import scala.concurrent.Future;
import scala.util.Either;
import scala.util.Right;

/**
 * Answers an operator's requests to the running invoker as OpenWhisk's own invoker under the
 * scheduler does.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class SchedulerInvoker implements InvokerCore, StatusSource {

  private static final Duration STATE_TIMEOUT = Duration.ofSeconds(5);

  private final InvokerInstanceId instance;
  private final ActorRef health;
  private final ActorRef pool;
  private final Supplier<Status> status;
  private volatile boolean enabled = true;

  SchedulerInvoker(
      InvokerInstanceId instance, ActorRef health, ActorRef pool, Supplier<Status> status) {
    this.instance = instance;
    this.health = health;
    this.pool = pool;
    this.status = status;
  }

  @Override
  public Status status() {
    return status.get();
  }

  @Override
  public String enable() {
    health.tell(Enable$.MODULE$, ActorRef.noSender());
    pool.tell(Enable$.MODULE$, ActorRef.noSender());
    enabled = true;
    return "%s is now enabled.".formatted(instance);
  }

  @Override
  public String disable() {
    health.tell(GracefulShutdown$.MODULE$, ActorRef.noSender());
    pool.tell(GracefulShutdown$.MODULE$, ActorRef.noSender());
    enabled = false;
    return "%s is now disabled.".formatted(instance);
  }

  @Override
  public String isEnabled() {
    return new Invoker$InvokerEnabled(enabled).serialize();
  }

  @Override
  public String backfillPrewarm() {
    pool.tell(AdjustPrewarmedContainer$.MODULE$, ActorRef.noSender());
    return "backfilling prewarm container";
  }

  @Override
  public Future<Either<NotSupportedPoolState, TotalContainerPoolState>> getPoolState() {
    return Patterns.ask(pool, GetState$.MODULE$, STATE_TIMEOUT.toMillis())
        .map(
            state -> new Right<>((TotalContainerPoolState) state),
            org.apache.pekko.dispatch.ExecutionContexts.global());
  }
}
