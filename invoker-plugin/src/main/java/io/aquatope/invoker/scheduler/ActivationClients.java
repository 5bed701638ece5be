/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.ibm.etcd.api.KeyValue;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.v2.ActivationClientProxy$;
import org.apache.openwhisk.core.entity.DocRevision;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.etcd.EtcdClient;
import org.apache.openwhisk.core.etcd.EtcdKV$QueueKeys$;
import org.apache.openwhisk.core.scheduler.SchedulerEndpoints;
import org.apache.openwhisk.core.scheduler.SchedulerEndpoints$;
import org.apache.openwhisk.grpc.ActivationServiceClient;
import org.apache.openwhisk.grpc.ActivationServiceClient$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcClientSettings;
import scala.Function7;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** The clients by which containers pull activations from the schedulers. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class ActivationClients {

  private final EtcdClient etcd;
  private final boolean tls;
  private final ActorSystem system;
  private final Logging logging;

  /**
   * @param tls whether the schedulers' services use TLS
   */
  public ActivationClients(EtcdClient etcd, boolean tls, ActorSystem system, Logging logging) {
    this.etcd = etcd;
    this.tls = tls;
    this.system = system;
    this.logging = logging;
  }

  /** Starts an actor that pulls activations for a container proxy. */
  public Function7<
          ActorRefFactory,
          String,
          FullyQualifiedEntityName,
          DocRevision,
          String,
          Object,
          ContainerId,
          ActorRef>
      proxies() {
    return (parent, namespace, action, revision, host, port, container) ->
        parent.actorOf(
            ActivationClientProxy$.MODULE$.props(
                namespace,
                action,
                revision.rev(),
                host,
                (Integer) port,
                container,
                (owner, name, scheduler, at, other) ->
                    (Boolean) other
                        ? ofLeader(owner, name)
                        : Future$.MODULE$.apply(
                            () -> client(scheduler, (Integer) at), system.dispatcher()),
                system,
                logging));
  }

  /** A client of the scheduler that leads the queue of a function. */
  private Future<ActivationServiceClient> ofLeader(
      String namespace, FullyQualifiedEntityName action) {
    String key = EtcdKV$QueueKeys$.MODULE$.queue(namespace, action, true, Option.empty());
    return etcd.get(key)
        .map(
            found -> {
              List<KeyValue> values = found.getKvsList();
              if (values.isEmpty()) {
                throw new IllegalStateException("no scheduler leads the queue " + key);
              }
              SchedulerEndpoints leader =
                  SchedulerEndpoints$.MODULE$.parse(values.get(0).getValue().toStringUtf8()).get();
              return client(leader.host(), leader.rpcPort());
            },
            system.dispatcher());
  }

  ActivationServiceClient client(String host, int port) {
    return ActivationServiceClient$.MODULE$.apply(
        GrpcClientSettings.connectToServiceAt(host, port, system).withTls(tls), system);
  }
}
