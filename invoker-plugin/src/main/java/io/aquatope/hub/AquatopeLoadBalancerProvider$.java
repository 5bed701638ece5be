/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.whisk.SpiProviders;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.WhiskEntityStore$;
import org.apache.openwhisk.core.loadBalancer.FeedFactory;
import org.apache.openwhisk.core.loadBalancer.LoadBalancer;
import org.apache.openwhisk.core.loadBalancer.LoadBalancerProvider;
import org.apache.pekko.actor.ActorSystem;
import scala.collection.immutable.Map;

/**
 * Decorates the configured load balancer with the controller's part in the exchange. Selected by
 * {@code whisk.spi.LoadBalancerProvider = io.aquatope.hub.AquatopeLoadBalancerProvider}. The key
 * {@code whisk.aquatope.hub.delegate} names the decorated provider.
 *
 * <p>OpenWhisk looks for a Scala object: a class with this ending and this field.
 */
public final class AquatopeLoadBalancerProvider$ implements LoadBalancerProvider {

  public static final AquatopeLoadBalancerProvider$ MODULE$ = new AquatopeLoadBalancerProvider$();

  private AquatopeLoadBalancerProvider$() {}

  @Override
  public Map<String, String> requiredProperties() {
    return delegate(settings()).requiredProperties();
  }

  /**
   * Starts the hub, then the balancer.
   *
   * @throws com.typesafe.config.ConfigException if {@code whisk.aquatope.hub} or {@code
   *     whisk.aquatope.tune} has a bad value
   */
  @Override
  public LoadBalancer instance(
      WhiskConfig whiskConfig,
      ControllerInstanceId instance,
      ActorSystem actorSystem,
      Logging logging) {
    HubSettings settings = settings();
    ControllerHub hub =
        ControllerHub.start(
            new ExchangeTopics(whiskConfig, settings, actorSystem, logging),
            new ActionCatalog(
                WhiskEntityStore$.MODULE$.datastore(actorSystem, logging),
                actorSystem.dispatcher()),
            settings,
            TuneSettings.of(ConfigFactory.load()).rules(),
            instance.asString(),
            WhiskMetrics.INSTANCE,
            logging);
    return new ObservedLoadBalancer(
        delegate(settings).instance(whiskConfig, instance, actorSystem, logging),
        hub,
        actorSystem.dispatcher());
  }

  @Override
  public FeedFactory createFeedFactory(
      WhiskConfig whiskConfig,
      ControllerInstanceId instance,
      ActorSystem actorSystem,
      Logging logging) {
    return delegate(settings()).createFeedFactory(whiskConfig, instance, actorSystem, logging);
  }

  private static HubSettings settings() {
    return HubSettings.of(ConfigFactory.load());
  }

  private static LoadBalancerProvider delegate(HubSettings settings) {
    return SpiProviders.named(
        "whisk.aquatope.hub.delegate", settings.delegate(), LoadBalancerProvider.class);
  }
}
