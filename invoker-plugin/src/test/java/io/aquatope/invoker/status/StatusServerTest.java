/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.aquatope.config.StatusSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.Function0;
import scala.Option;

/** A server on a port that the system chooses, asked over HTTP. */
final class StatusServerTest {

  private static final StatusPages PAGES =
      new StatusPages(() -> StatusPagesTest.STATUS, "operator", "secret");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ActorSystem system;

  private final Lines lines = new Lines();

  @BeforeAll
  static void startActors() {
    system = ActorSystem.create("StatusServerTest");
  }

  @AfterAll
  static void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void servesThePagesAndNothingElse() throws Exception {
    int port = bind(0);

    assertThat(get(port, "/aquatope/status", "operator:secret").body()).contains("invoker7");
    assertThat(get(port, "/aquatope/status", "operator:wrong").statusCode()).isEqualTo(401);
    assertThat(get(port, "/ping", "operator:secret").statusCode()).isEqualTo(404);
    assertThat(lines.told).singleElement().asString().startsWith("status at 127.0.0.1:");
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    int port = bind(0);

    assertThat(server(port).start(PAGES, system).toCompletableFuture().handle((b, e) -> b).get())
        .isNull();

    assertThat(lines.told).last().asString().startsWith("no status at 127.0.0.1:" + port);
  }

  private int bind(int port) throws Exception {
    ServerBinding binding = server(port).start(PAGES, system).toCompletableFuture().get();
    return binding.localAddress().getPort();
  }

  private StatusServer server(int port) {
    return new StatusServer(
        StatusSettings.of(
            ConfigFactory.parseString("whisk.aquatope.status.port = " + port)
                .withFallback(ConfigFactory.parseResources("reference.conf"))),
        new TransactionMetadata("t", Instant.EPOCH, false, Option.empty()),
        lines);
  }

  private static HttpResponse<String> get(int port, String path, String credentials)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** OpenWhisk's log. */
  private static final class Lines implements Logging {

    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void info(Object from, Function0<String> message, TransactionMetadata id) {
      told.add(message.apply());
    }

    @Override
    public void error(Object from, Function0<String> message, TransactionMetadata id) {
      told.add(message.apply());
    }

    @Override
    public void emit(int logLevel, TransactionMetadata id, Object from, Function0<String> message) {
      throw new UnsupportedOperationException();
    }
  }
}
