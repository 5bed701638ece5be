/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.status.Status;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.concurrent.Future;

/**
 * Answers an operator's requests to the running invoker as OpenWhisk's own invoker did before
 * November 2022: by routes.
 *
 * <p>The methods of both forms differ by their result only, which no Java class can declare. So the
 * invoker is a proxy, which has the methods that OpenWhisk declares.
 */
final class RouteInvoker implements InvocationHandler {

  private final InvokerAnswers answers;
  private final Supplier<Status> status;

  private RouteInvoker(InvokerAnswers answers, Supplier<Status> status) {
    this.answers = answers;
    this.status = status;
  }

  /** The invoker, which is also a {@link StatusSource}. */
  static InvokerCore of(InvokerAnswers answers, Supplier<Status> status) {
    return (InvokerCore) of(InvokerCore.class, answers, status);
  }

  /**
   * @param core the interface of invokers
   */
  static Object of(Class<?> core, InvokerAnswers answers, Supplier<Status> status) {
    return Proxy.newProxyInstance(
        RouteInvoker.class.getClassLoader(),
        new Class<?>[] {core, StatusSource.class},
        new RouteInvoker(answers, status));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "enable" -> route(answers.enable());
      case "disable" -> route(answers.disable());
      case "isEnabled" -> route(answers.isEnabled());
      case "backfillPrewarm" -> route(answers.backfillPrewarm());
      case "status" -> status.get();
      case "toString" -> "invoker that answers by routes";
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && proxy == arguments[0];
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  /** A route that answers every request with a text, as OpenWhisk's do. */
  private static Function1<RequestContext, Future<RouteResult>> route(String text) {
    HttpResponse response =
        (HttpResponse)
            org.apache.pekko.http.javadsl.model.HttpResponse.create()
                .withEntity(ContentTypes.TEXT_PLAIN_UTF8, text);
    return context -> Futures.successful(new RouteResult.Complete(response));
  }
}
