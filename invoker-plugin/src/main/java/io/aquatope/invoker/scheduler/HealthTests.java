/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.ContainerSource;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.common.Enable$;
import org.apache.openwhisk.core.ack.HealthActionAck;
import org.apache.openwhisk.core.containerpool.v2.HealthActivationServiceClient;
import org.apache.openwhisk.core.containerpool.v2.InvokerHealthManager$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;

/**
 * Start of OpenWhisk's own manager of an invoker's health. It runs a test action in a container of
 * its own, and publishes the state and the free memory in etcd.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class HealthTests {

  private HealthTests() {}

  /** Starts and enables the manager. */
  public static ActorRef start(
      FunctionProxies.Records records,
      FunctionProxies.Stores stores,
      ContainerSource containers,
      InvokerContext context) {
    FunctionProxies.Records tests =
        new FunctionProxies.Records(
            new HealthActionAck(
                context.producer(), context.logging(), context.system().dispatcher()),
            records.store(),
            records.logs());
    ActorRef health =
        context
            .system()
            .actorOf(
                InvokerHealthManager$.MODULE$.props(
                    context.instance(),
                    (parent, manager) ->
                        parent.actorOf(
                            new FunctionProxies(
                                    tests,
                                    stores,
                                    new FunctionProxies.Peers(manager, HealthTests::testClient),
                                    containers,
                                    context)
                                .props(containers::create)),
                    stores.data(),
                    stores.entities(),
                    context.system(),
                    context.logging()));
    health.tell(Enable$.MODULE$, ActorRef.noSender());
    return health;
  }

  /** Serves the test activation instead of a scheduler's. */
  private static ActorRef testClient(
      org.apache.pekko.actor.ActorRefFactory parent,
      String namespace,
      org.apache.openwhisk.core.entity.FullyQualifiedEntityName action,
      org.apache.openwhisk.core.entity.DocRevision revision,
      String host,
      Object port,
      org.apache.openwhisk.core.containerpool.ContainerId container) {
    return parent.actorOf(
        Props.create(HealthActivationServiceClient.class, HealthActivationServiceClient::new));
  }
}
