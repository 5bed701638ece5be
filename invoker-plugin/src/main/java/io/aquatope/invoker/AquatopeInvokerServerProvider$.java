/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.StatusSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.openwhisk.core.invoker.InvokerServerProvider;
import org.apache.openwhisk.http.BasicRasService;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import scala.Function1;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/**
 * Adds the {@linkplain StatusPages status pages} to the configured server of the invoker. Selected
 * by {@code whisk.spi.InvokerServerProvider = io.aquatope.invoker.AquatopeInvokerServerProvider};
 * what it decorates is named by {@code whisk.aquatope.status.delegate}. The server of an invoker
 * that is not Aquatope's stays as it is.
 *
 * <p>OpenWhisk looks for a Scala object: a class with this ending and this field.
 */
public final class AquatopeInvokerServerProvider$ implements InvokerServerProvider {

  /** The one instance. */
  public static final AquatopeInvokerServerProvider$ MODULE$ = new AquatopeInvokerServerProvider$();

  private AquatopeInvokerServerProvider$() {}

  @Override
  public BasicRasService instance(
      InvokerCore invoker, ExecutionContext context, ActorSystem system, Logging logging) {
    Config config = ConfigFactory.load();
    BasicRasService delegate =
        provider(StatusSettings.of(config).delegate()).instance(invoker, context, system, logging);
    return invoker instanceof AquatopeInvoker ours
        ? decorate(delegate, StatusPages.of(ours::status, config))
        : delegate;
  }

  /**
   * All of a server's surface is what it inherits from Pekko's directives; of that, only its route
   * is another.
   */
  static BasicRasService decorate(BasicRasService delegate, StatusPages pages) {
    Function1<RequestContext, Future<RouteResult>> others = delegate.route();
    Function1<RequestContext, Future<RouteResult>> route =
        context ->
            pages
                .respond(context.request())
                .map(AquatopeInvokerServerProvider$::complete)
                .orElseGet(() -> others.apply(context));
    return (BasicRasService)
        Proxy.newProxyInstance(
            BasicRasService.class.getClassLoader(),
            new Class<?>[] {BasicRasService.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("route")) {
                return route;
              }
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Future<RouteResult> complete(
      org.apache.pekko.http.javadsl.model.HttpResponse response) {
    return Futures.successful(new RouteResult.Complete((HttpResponse) response));
  }

  private static InvokerServerProvider provider(String name) {
    try {
      return (InvokerServerProvider) Class.forName(name + "$").getField("MODULE$").get(null);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "whisk.aquatope.status.delegate = " + name + " is no invoker server provider", e);
    }
  }
}
