/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import org.junit.jupiter.api.Test;
import scala.Function1;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;

/** The two forms of an invoker, which give the same answers. */
final class RouteInvokerTest {

  private static final Status STATUS =
      new Status(
          new Status.Invoker("invoker7", "1.0", "2026-11-21T12:00:00Z", "aquatope", "act", false),
          null,
          null,
          List.of(),
          List.of(),
          null);

  /** The interface of invokers before November 2022. */
  public interface RouteCore {
    Function1<RequestContext, Future<RouteResult>> enable();

    Function1<RequestContext, Future<RouteResult>> disable();

    Function1<RequestContext, Future<RouteResult>> isEnabled();

    Function1<RequestContext, Future<RouteResult>> backfillPrewarm();
  }

  private final List<String> asked = new ArrayList<>();

  private final InvokerAnswers answers =
      new InvokerAnswers() {
        @Override
        public String enable() {
          return answer("enable");
        }

        @Override
        public String disable() {
          return answer("disable");
        }

        @Override
        public String isEnabled() {
          return answer("isEnabled");
        }

        @Override
        public String backfillPrewarm() {
          return answer("backfillPrewarm");
        }

        private String answer(String request) {
          asked.add(request);
          return "answer to " + request;
        }
      };

  @Test
  void theAnswersAreTexts() {
    InvokerCore invoker = new AquatopeInvoker(answers, () -> STATUS);

    assertThat(
            List.of(
                invoker.enable(),
                invoker.disable(),
                invoker.isEnabled(),
                invoker.backfillPrewarm()))
        .containsExactly(
            "answer to enable",
            "answer to disable",
            "answer to isEnabled",
            "answer to backfillPrewarm");
  }

  @Test
  void theAnswersAreRoutesWithTheSameTexts() throws Exception {
    RouteCore invoker = (RouteCore) RouteInvoker.of(RouteCore.class, answers, () -> STATUS);

    assertThat(
            List.of(
                text(invoker.enable()),
                text(invoker.disable()),
                text(invoker.isEnabled()),
                text(invoker.backfillPrewarm())))
        .containsExactly(
            "answer to enable",
            "answer to disable",
            "answer to isEnabled",
            "answer to backfillPrewarm");
    assertThat(asked).containsExactly("enable", "disable", "isEnabled", "backfillPrewarm");
  }

  @Test
  void bothFormsGiveTheStatusPagesTheirSource() {
    Object ofRoutes = RouteInvoker.of(RouteCore.class, answers, () -> STATUS);
    InvokerCore ofTexts = new AquatopeInvoker(answers, () -> STATUS);

    assertThat(((StatusSource) ofRoutes).status()).isSameAs(STATUS);
    assertThat(((StatusSource) ofTexts).status()).isSameAs(STATUS);
    assertThat(List.of(ofRoutes)).contains(ofRoutes).doesNotContain(ofTexts);
    assertThat(ofRoutes.toString()).contains("invoker");
  }

  private static String text(Function1<RequestContext, Future<RouteResult>> route)
      throws Exception {
    RouteResult.Complete result =
        (RouteResult.Complete)
            Await.result(route.apply(null), Duration.create(10, TimeUnit.SECONDS));
    HttpResponse response = result.response();
    HttpEntity.Strict entity = (HttpEntity.Strict) response.entity();
    assertThat(response.status().intValue()).isEqualTo(200);
    assertThat(entity.getContentType().toString()).isEqualTo("text/plain; charset=UTF-8");
    return entity.getData().utf8String();
  }
}
