/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.aquatope.cluster.ClusterFacts;
import io.aquatope.cluster.InvokerResources;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.openwhisk.core.etcd.EtcdKV$ContainerKeys$;
import org.apache.openwhisk.core.service.DeleteEvent$;
import org.apache.openwhisk.core.service.EtcdEvent;
import org.apache.openwhisk.core.service.PutEvent$;
import org.apache.openwhisk.core.service.WatchEndpoint;
import org.apache.pekko.actor.ActorRef;
import scala.collection.JavaConverters;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * Reader of the cluster's keys in etcd. It subscribes an actor to the watch that each invoker has
 * anyway. As the watch loses events when it restarts, it also lists all keys at an interval.
 * Belongs to the pool's actor.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class ClusterWatch {

  private static final String NAME = "aquatope-pool";
  private static final String NAMESPACE = "/namespace";
  private static final List<String> PARTS =
      List.of("/namespace/", "/warmed/", "/in-progress/", "/queue/", "/invokers/", "/scheduler/");

  private final LeaseActor.Cluster cluster;
  private final ActorRef pool;
  private final ExecutionContext context;
  private int expected;

  /** Reader of all keys with a prefix, with their values. */
  @FunctionalInterface
  interface KeyList {
    Future<Map<String, String>> list(String prefix);
  }

  /** Message to the pool's actor: all keys with a prefix, unless they could not be read. */
  record Listing(String prefix, Map<String, String> keys, boolean failed) {}

  /**
   * @param pool actor that receives the events
   */
  ClusterWatch(LeaseActor.Cluster cluster, ActorRef pool, ExecutionContext context) {
    this.cluster = cluster;
    this.pool = pool;
    this.context = context;
  }

  /** First part of all keys of this OpenWhisk. */
  static String clusterName() {
    String prefix = EtcdKV$ContainerKeys$.MODULE$.namespacePrefix();
    return prefix.substring(0, prefix.length() - NAMESPACE.length());
  }

  /** Has the actor told of all changes. */
  void subscribe() {
    for (String part : PARTS) {
      cluster
          .watcher()
          .tell(
              new WatchEndpoint(
                  cluster.name() + part,
                  "",
                  true,
                  NAME,
                  JavaConverters.asScalaSet(
                          Set.<EtcdEvent>of(PutEvent$.MODULE$, DeleteEvent$.MODULE$))
                      .toSet()),
              pool);
    }
  }

  /** Begins to list all keys, for the facts to be compared with. */
  void list(ClusterFacts facts) {
    facts.beginListing();
    expected = PARTS.size();
    for (String part : PARTS) {
      String prefix = cluster.name() + part;
      cluster
          .keys()
          .list(prefix)
          .onComplete(
              found -> {
                pool.tell(
                    found.isSuccess()
                        ? new Listing(prefix, found.get(), false)
                        : new Listing(prefix, Map.of(), true),
                    ActorRef.noSender());
                return BoxedUnit.UNIT;
              },
              context);
    }
  }

  /** Event: some of the keys have been listed. */
  void listed(Listing listing, ClusterFacts facts, long nowMicros) {
    if (!listing.failed()) {
      facts.compare(listing.prefix(), listing.keys(), nowMicros);
    }
    expected--;
    if (expected == 0) {
      facts.endListing();
    }
  }

  /** Reads what an invoker says of itself. */
  static InvokerResources resources(String text) {
    try {
      Config message = ConfigFactory.parseString(text);
      return new InvokerResources(
          message.getString("status").equals("up"),
          message.getLong("freeMemory"),
          message.getLong("busyMemory") + message.getLong("inProgressMemory"),
          Set.copyOf(message.getStringList("tags")),
          Set.copyOf(message.getStringList("dedicatedNamespaces")));
    } catch (ConfigException e) {
      return InvokerResources.UNKNOWN;
    }
  }
}
