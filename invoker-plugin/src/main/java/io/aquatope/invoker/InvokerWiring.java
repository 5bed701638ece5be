/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.ActivationFeed;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.SpiProviders;
import io.aquatope.whisk.WhiskFeature;
import java.util.Optional;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.actor.ActorRef;
import scala.Option;

/**
 * Assembles an invoker from the parts of OpenWhisk's {@code InvokerReactive}, with another pool.
 */
final class InvokerWiring {

  private InvokerWiring() {}

  static InvokerCore invoker(InvokerServices services) {
    InvokerContext openWhisk = services.openWhisk();
    MessagingProvider messaging = SpiProviders.configured(MessagingProvider.class);
    ActivationFeed feed = ActivationFeed.open(messaging, openWhisk);
    PolicySettings settings =
        services.policySettings(PolicyChoice.keepAlive(ContainerProxy$.MODULE$.timeouts()));
    ActorRef actor =
        services
            .pool()
            .start(
                services.policy(settings),
                services.monitor(settings),
                services.board(),
                services.ack(),
                services.records().asFunction(),
                feed.actor());
    Optional<InvokerMember> member = services.joinExchange();
    feed.deliverTo(
        actor,
        services.actions(),
        services.ack(),
        services.records(),
        services.pool().functions(),
        message -> member.ifPresent(known -> known.accepted(message)));

    HealthPing health =
        new HealthPing(
            messaging.getProducer(
                openWhisk.config(), Option.empty(), openWhisk.logging(), openWhisk.system()),
            openWhisk.instance(),
            openWhisk.system(),
            openWhisk.logging());
    health.enable();
    InvokerStatus status = services.showStatus(member);
    InvokerAnswers answers = new PingAnswers(openWhisk.instance(), health);
    return WhiskFeature.TEXT_ANSWERS.isPresent()
        ? textInvoker(answers, status)
        : RouteInvoker.of(answers, status);
  }

  @LinksWith(WhiskFeature.TEXT_ANSWERS)
  private static InvokerCore textInvoker(InvokerAnswers answers, InvokerStatus status) {
    return new AquatopeInvoker(answers, status);
  }
}
