/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.pekko.actor.ActorRef;
import scala.Function4;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.util.Try;

/**
 * The activations that leased containers pull. The pool hears of each one, and of its end. The
 * first of a lease also tells how long the start took, from the creation message until the function
 * ran. Belongs to the pool's actor, but for the records.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class PulledActivations {

  /** Activations whose record never arrives are forgotten. */
  private static final int MOST_RUNNING = 10_000;

  private final ContainerPool pool;
  private final ContainerStartTimes startTimes;
  private final Cache<String, PulledActivation> running =
      CacheBuilder.newBuilder().maximumSize(MOST_RUNNING).build();

  /** Message to the pool's actor: an activation has ended. */
  record Ended(String id) {}

  PulledActivations(ContainerPool pool, ContainerStartTimes startTimes) {
    this.pool = pool;
    this.startTimes = startTimes;
  }

  /** Event: the container of a proxy has pulled an activation. */
  void pulled(LeaseProxy proxy, PulledActivation activation, long nowMicros) {
    ContainerStartTimes.Order order = proxy.order;
    proxy.order = null;
    if (order != null) {
      proxy.first = activation.id();
      startTimes.ordered(activation.id(), order);
    }
    running.put(activation.id(), activation);
    pool.fetched(proxy.id, activation, order == null ? StartKind.WARM : order.start(), nowMicros);
  }

  /** Event: an activation has ended. */
  void ended(Ended end, long nowMicros) {
    PulledActivation activation = running.asMap().remove(end.id());
    if (activation != null) {
      pool.ended(activation, nowMicros);
    }
  }

  /**
   * Tells an actor the end of each activation, and passes the records on.
   *
   * @param pool the actor, once it has started
   */
  static Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> tellFrom(
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store,
      Promise<ActorRef> pool) {
    return (tid, activation, blocking, user) -> {
      Option<Try<ActorRef>> started = pool.future().value();
      if (started.isDefined()) {
        started.get().get().tell(new Ended(activation.activationId()), ActorRef.noSender());
      }
      return store.apply(tid, activation, blocking, user);
    };
  }
}
