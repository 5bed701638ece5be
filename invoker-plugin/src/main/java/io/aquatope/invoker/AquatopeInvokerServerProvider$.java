/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.SchedulerSettings;
import io.aquatope.config.StatusSettings;
import io.aquatope.invoker.status.StatusRoute;
import io.aquatope.whisk.SpiProviders;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.openwhisk.core.invoker.InvokerServerProvider;
import org.apache.openwhisk.http.BasicRasService;
import org.apache.pekko.actor.ActorSystem;
import scala.concurrent.ExecutionContext;

/**
 * Adds the {@linkplain StatusRoute status pages} to the configured server of the invoker. Selected
 * by {@code whisk.spi.InvokerServerProvider = io.aquatope.invoker.AquatopeInvokerServerProvider}.
 * The key {@code whisk.aquatope.status.delegate} names the decorated provider. The server of an
 * invoker that is not Aquatope's stays unchanged.
 *
 * <p>OpenWhisk looks for a Scala object: a class with this ending and this field.
 */
public final class AquatopeInvokerServerProvider$ implements InvokerServerProvider {

  /** The singleton. */
  public static final AquatopeInvokerServerProvider$ MODULE$ = new AquatopeInvokerServerProvider$();

  private AquatopeInvokerServerProvider$() {}

  @Override
  public BasicRasService instance(
      InvokerCore invoker, ExecutionContext context, ActorSystem system, Logging logging) {
    Config config = ConfigFactory.load();
    boolean scheduler =
        SchedulerSettings.of(config).isInForce(AquatopeInvokerProvider$.usesEtcd(config));
    BasicRasService delegate =
        SpiProviders.named(
                "whisk.aquatope.status.delegate",
                StatusSettings.of(config).delegate(scheduler),
                InvokerServerProvider.class)
            .instance(invoker, context, system, logging);
    return invoker instanceof StatusSource ours
        ? StatusRoute.addTo(delegate, ours::status, config)
        : delegate;
  }
}
