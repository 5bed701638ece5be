/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.status.Status;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Authorization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusPagesTest {

  static final Status STATUS =
      new Status(
          new Status.Invoker("invoker7", "1.0", "2026-11-21T12:00:00Z", "aquatope", "act", false),
          null,
          null,
          List.of(),
          List.of(),
          null);

  private final StatusPages pages = new StatusPages(() -> STATUS, "operator", "secret:word");

  @ParameterizedTest
  @ValueSource(strings = {"/aquatope", "/aquatope/status"})
  void nothingIsToldWithoutTheCredentials(String path) {
    for (HttpRequest request :
        List.of(
            HttpRequest.GET(path),
            with(path, "operator", "wrong"),
            with(path, "operator", ""),
            with(path, "operator:secret", "word2"),
            HttpRequest.GET(path).addHeader(Authorization.oauth2("secret:word")))) {
      HttpResponse response = pages.respond(request).orElseThrow();

      assertThat(response.status().intValue()).as(request.toString()).isEqualTo(401);
      assertThat(header(response, "WWW-Authenticate")).contains("Basic realm=\"invoker\"");
      assertThat(body(response)).doesNotContain("invoker7", "<script>");
    }
  }

  @Test
  void theStatusIsJsonThatIsNotKept() {
    HttpResponse response =
        pages.respond(with("/aquatope/status", "operator", "secret:word")).orElseThrow();

    assertThat(response.status().intValue()).isEqualTo(200);
    assertThat(response.entity().getContentType().toString()).isEqualTo("application/json");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(body(response)).contains("\"name\":\"invoker7\"");
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    HttpResponse response =
        pages.respond(with("/aquatope", "operator", "secret:word")).orElseThrow();

    assertThat(response.entity().getContentType().toString()).startsWith("text/html");
    assertThat(header(response, "Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(body(response))
        .contains("<!doctype html>")
        .doesNotContain("http://", "https://", "innerHTML");
  }

  @Test
  void otherRequestsAreLeftToOthers() {
    assertThat(pages.respond(with("/isEnabled", "operator", "secret:word"))).isEmpty();
    assertThat(pages.respond(with("/aquatope/", "operator", "secret:word"))).isEmpty();
    assertThat(pages.respond(HttpRequest.POST("/aquatope/status"))).isEmpty();
  }

  static HttpRequest with(String path, String username, String password) {
    return HttpRequest.GET(path).addHeader(Authorization.basic(username, password));
  }

  private static String header(HttpResponse response, String name) {
    return response.getHeader(name).map(HttpHeader::value).orElse("");
  }

  private static String body(HttpResponse response) {
    return Optional.of(response.entity())
        .filter(HttpEntity.Strict.class::isInstance)
        .map(entity -> ((HttpEntity.Strict) entity).getData().utf8String())
        .orElseThrow();
  }
}
