/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.etcd.EtcdKV$SchedulerKeys$;
import org.apache.openwhisk.core.service.DeleteEvent$;
import org.apache.openwhisk.core.service.EtcdEvent;
import org.apache.openwhisk.core.service.PutEvent$;
import org.apache.openwhisk.core.service.WatchEndpoint;
import org.apache.openwhisk.core.service.WatchEndpointInserted;
import org.apache.openwhisk.core.service.WatchEndpointRemoved;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.collection.JavaConverters;

/**
 * Watch for schedulers that start: they are told the prepared containers. It is open while the
 * invoker is enabled. Thread-safe.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class SchedulerWatch {

  private static final String NAME = "aquatope-schedulers";

  private volatile boolean open = true;

  private SchedulerWatch() {}

  /**
   * Opens the watch.
   *
   * @param pool actor of the pool
   */
  public static SchedulerWatch start(
      EtcdServices etcd,
      ActivationClients clients,
      ActorRef pool,
      ActorSystem system,
      Logging logging) {
    SchedulerWatch watch = new SchedulerWatch();
    system.actorOf(Props.create(Watcher.class, () -> new Watcher(watch, etcd.watcher(), pool)));
    return watch;
  }

  public void open() {
    open = true;
  }

  public void close() {
    open = false;
  }

  public boolean isOpen() {
    return open;
  }

  /** Receiver of the events in etcd. */
  private static final class Watcher extends AbstractActor {

    private final SchedulerWatch watch;
    private final ActorRef service;
    private final ActorRef pool;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Watcher(SchedulerWatch watch, ActorRef service, ActorRef pool) {
      this.watch = watch;
      this.service = service;
      this.pool = pool;
    }

    @Override
    public void preStart() {
      service.tell(
          new WatchEndpoint(
              EtcdKV$SchedulerKeys$.MODULE$.prefix(),
              "",
              true,
              NAME,
              JavaConverters.asScalaSet(
                      Set.<EtcdEvent>of(PutEvent$.MODULE$, DeleteEvent$.MODULE$))
                  .toSet()),
          getSelf());
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(WatchEndpointInserted.class, event -> started(event.key()))
          .match(WatchEndpointRemoved.class, event -> known.remove(event.key()))
          .build();
    }

    private void started(String scheduler) {
      if (known.add(scheduler) && watch.open) {
        pool.tell(WarmKeys.Again.ANNOUNCE, getSelf());
      }
    }
  }
}
