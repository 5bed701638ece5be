/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.member.MemoryPort.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnerUpdatesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private int status = 200;
  private String reply = "the answer";
  private HttpServer server;
  private OwnerUpdates updates;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          byte[] answer = reply.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    updates =
        new OwnerUpdates(
            "http://localhost:" + server.getAddress().getPort(),
            new ExchangeEvents() {
              @Override
              public void told(String line) {
                told.add(line);
              }

              @Override
              public void warned(String line) {
                told.add("warning: " + line);
              }
            });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anActionIsUpdatedInTheNameOfItsOwner() throws InterruptedException {
    updates.called("guest/shop/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/shop/cart", 192))
        .succeedsWithin(PATIENCE)
        .isEqualTo(Answer.UPDATED);
    assertThat(requests.poll(10, TimeUnit.SECONDS))
        .isEqualTo(
            "PUT /api/v1/namespaces/_/actions/shop/cart?overwrite=true Basic dXVpZDprZXk="
                + " {\"limits\":{\"memory\":192}}");
    assertThat(told.poll(10, TimeUnit.SECONDS))
        .isEqualTo("action guest/shop/cart has been updated to 192 MB");
  }

  /** Where the machine's language has digits of its own the request was no JSON. */
  @Test
  void theRequestIsTheSameInEveryLanguage() throws InterruptedException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      updates.called("guest/cart", "guest", "uuid:key");
      assertThat(updates.update("guest/cart", 192))
          .succeedsWithin(PATIENCE)
          .isEqualTo(Answer.UPDATED);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(requests.poll(10, TimeUnit.SECONDS)).endsWith(" {\"limits\":{\"memory\":192}}");
  }

  @Test
  void namesMayHaveSpaces() throws InterruptedException {
    updates.called("guest/my shop/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/my shop/cart", 192))
        .succeedsWithin(PATIENCE)
        .isEqualTo(Answer.UPDATED);
    assertThat(requests.poll(10, TimeUnit.SECONDS))
        .startsWith("PUT /api/v1/namespaces/_/actions/my%20shop/cart?overwrite=true ");
  }

  @Test
  void whatOpenWhiskRefusesIsToldOf() throws InterruptedException {
    status = 400;
    updates.called("guest/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/cart", 192))
        .succeedsWithin(PATIENCE)
        .isEqualTo(Answer.REFUSED);
    assertThat(told.poll(10, TimeUnit.SECONDS))
        .isEqualTo("warning: action guest/cart was not updated to 192 MB: the answer");
  }

  /** An answer of megabytes, with line breaks, would have been logged in full. */
  @Test
  void aLongAnswerIsShownOnOneShortLine() throws InterruptedException {
    status = 400;
    reply = "2\n[ERROR] forged line " + "a".repeat(5_000_000);
    updates.called("guest/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/cart", 192))
        .succeedsWithin(PATIENCE)
        .isEqualTo(Answer.REFUSED);
    assertThat(told.poll(10, TimeUnit.SECONDS))
        .startsWith("warning: action guest/cart was not updated to 192 MB: 2\\n[ERROR] forged")
        .hasSizeLessThan(700);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void whereNoLimitWouldBeAllowedNoneIsCalledRefused(int denied) {
    status = denied;
    updates.called("guest/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/cart", 192)).succeedsWithin(PATIENCE).isEqualTo(Answer.DENIED);
  }

  @Test
  void anAnswerThatDecidesNothingIsNoAnswerAndTheNextTryWaits() {
    status = 503;
    updates.called("guest/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/cart", 192)).succeedsWithin(PATIENCE).isEqualTo(Answer.NONE);
    assertThat(updates.update("guest/cart", 192)).isCompletedWithValue(Answer.NONE);
    assertThat(requests).hasSize(1);
  }

  @Test
  void anApiThatIsAwayIsNoAnswer() {
    server.stop(0);
    updates.called("guest/cart", "guest", "uuid:key");

    assertThat(updates.update("guest/cart", 192)).succeedsWithin(PATIENCE).isEqualTo(Answer.NONE);
    assertThat(told.poll()).startsWith("warning: action guest/cart was not updated to 192 MB: ");
  }

  @Test
  void whoCallsTheActionOfAnotherDoesNotUpdateIt() {
    updates.called("guest/cart", "other", "uuid:key");

    assertThat(updates.update("guest/cart", 192)).isCompletedWithValue(Answer.NONE);
    assertThat(requests).isEmpty();
  }
}
