/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import com.typesafe.config.Config;
import io.aquatope.status.Status;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.openwhisk.http.BasicRasService;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import scala.Function1;
import scala.concurrent.Future;

/** The {@linkplain StatusPages status pages} as a part of the invoker's own server. */
public final class StatusRoute {

  private StatusRoute() {}

  /**
   * The server with the pages added before its other routes.
   *
   * @param config configuration with the credentials of the invoker's server
   */
  public static BasicRasService addTo(
      BasicRasService server, Supplier<Status> status, Config config) {
    return addTo(server, StatusPages.of(status, config));
  }

  /**
   * Returns the server with another route. The rest of its interface is inherited from Pekko's
   * directives.
   */
  static BasicRasService addTo(BasicRasService server, StatusPages pages) {
    Function1<RequestContext, Future<RouteResult>> others = server.route();
    Function1<RequestContext, Future<RouteResult>> route =
        context ->
            pages
                .respond(context.request())
                .map(StatusRoute::complete)
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
                return method.invoke(server, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Future<RouteResult> complete(
      org.apache.pekko.http.javadsl.model.HttpResponse response) {
    return Futures.successful(new RouteResult.Complete((HttpResponse) response));
  }
}
