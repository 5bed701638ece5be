/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.http.BasicRasService;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import org.junit.jupiter.api.Test;
import scala.Function1;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;

final class StatusRouteTest {

  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());

  /** Answers everything with 204. */
  private static final class Delegate implements BasicRasService {

    @Override
    public Function1<RequestContext, Future<RouteResult>> routes(TransactionMetadata transid) {
      throw new IllegalStateException("asked for its routes");
    }

    @Override
    public Function1<RequestContext, Future<RouteResult>> route() {
      return context ->
          Futures.successful(
              new RouteResult.Complete(
                  (org.apache.pekko.http.scaladsl.model.HttpResponse)
                      HttpResponse.create().withStatus(204)));
    }
  }

  private final BasicRasService server =
      StatusRoute.addTo(
          new Delegate(), new StatusPages(() -> StatusPagesTest.STATUS, "operator", "secret"));

  @Test
  void thePagesAreAddedToTheServer() throws Exception {
    assertThat(status(StatusPagesTest.with("/aquatope", "operator", "secret"))).isEqualTo(200);
    assertThat(status(HttpRequest.GET("/aquatope/status"))).isEqualTo(401);
  }

  @Test
  void allElseIsTheServersOwn() throws Exception {
    assertThat(status(HttpRequest.GET("/ping"))).isEqualTo(204);
    assertThatThrownBy(() -> server.routes(TRANSACTION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("asked for its routes");
  }

  private int status(HttpRequest request) throws Exception {
    RouteResult result =
        Await.result(server.route().apply(context(request)), Duration.create(3, TimeUnit.SECONDS));
    return ((RouteResult.Complete) result).response().status().intValue();
  }

  private static RequestContext context(HttpRequest request) {
    return (RequestContext)
        Proxy.newProxyInstance(
            RequestContext.class.getClassLoader(),
            new Class<?>[] {RequestContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("request")) {
                return request;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
