/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives prepared answers and remembers what it was asked. */
class OpenWhiskClientTest {

  private static final String RECORD =
      """
      {"activationId": "a1", "duration": 120,
       "response": {"success": true, "status": "success", "result": {"n": 2}},
       "annotations": [{"key": "waitTime", "value": 40}, {"key": "initTime", "value": 30}]}
      """;

  private record Asked(String request, String authorization, String body) {}

  private record Answer(int status, String body) {}

  private final List<Asked> asked = new ArrayList<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private HttpServer server;
  private OpenWhiskClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        new OpenWhiskClient(
            URI.create("http://localhost:" + server.getAddress().getPort()), "user:secret");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    Answer answer = answers.remove();
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void anActionIsSentWithItsLimitsAndAnnotations() throws Exception {
    answers.add(new Answer(200, "{}"));

    client.put(
        Action.of("f", "python:3", "code \"quoted\"")
            .withMemory(128)
            .withTimeout(Duration.ofSeconds(5))
            .withAnnotation("cpu-limit", 0.5));

    assertThat(asked.get(0).request())
        .isEqualTo("PUT /api/v1/namespaces/_/actions/f?overwrite=true");
    assertThat(asked.get(0).authorization()).isEqualTo("Basic dXNlcjpzZWNyZXQ=");
    JsonNode body = new ObjectMapper().readTree(asked.get(0).body());
    assertThat(body.at("/exec/code").asText()).isEqualTo("code \"quoted\"");
    assertThat(body.at("/limits/memory").asInt()).isEqualTo(128);
    assertThat(body.at("/limits/timeout").asInt()).isEqualTo(5000);
    assertThat(body.at("/annotations/0/value").asDouble()).isEqualTo(0.5);
  }

  @Test
  void aSequenceIsSentWithItsActionsAndAnnotations() throws Exception {
    answers.add(new Answer(200, "{}"));

    client.putSequence("both", List.of("f", "g"), Map.of("qos-latency-ms", 500));

    JsonNode body = new ObjectMapper().readTree(asked.get(0).body());
    assertThat(body.at("/exec/kind").asText()).isEqualTo("sequence");
    assertThat(body.at("/exec/components").toString()).isEqualTo("[\"/_/f\",\"/_/g\"]");
    assertThat(body.at("/annotations/0/key").asText()).isEqualTo("qos-latency-ms");
    assertThat(body.at("/annotations/0/value").asInt()).isEqualTo(500);
  }

  @Test
  void aSequenceMayHaveActionsOfOtherNamespaces() throws Exception {
    answers.add(new Answer(200, "{}"));

    client.putSequence("both", "f", "/shop/public/cart");

    JsonNode body = new ObjectMapper().readTree(asked.get(0).body());
    assertThat(body.at("/exec/components").toString())
        .isEqualTo("[\"/_/f\",\"/shop/public/cart\"]");
  }

  @Test
  void aPublicPackageIsPublished() throws Exception {
    answers.add(new Answer(200, "{}"));

    client.putPublicPackage("public");

    assertThat(asked.get(0).request())
        .isEqualTo("PUT /api/v1/namespaces/_/packages/public?overwrite=true");
    assertThat(new ObjectMapper().readTree(asked.get(0).body()).path("publish").asBoolean())
        .isTrue();
  }

  @Test
  void anAnsweredCallHasItsTimes() {
    answers.add(new Answer(200, RECORD));

    ActivationResult activation = client.invoke("f", Map.of("n", 1));

    assertThat(asked.get(0).body()).isEqualTo("{\"n\":1}");
    assertThat(activation.success()).isTrue();
    assertThat(activation.result().path("n").asInt()).isEqualTo(2);
    assertThat(activation.duration()).isEqualTo(Duration.ofMillis(120));
    assertThat(activation.waitTime()).contains(Duration.ofMillis(40));
    assertThat(activation.initTime()).contains(Duration.ofMillis(30));
    assertThat(activation.annotation("path")).isEmpty();
  }

  @Test
  void aCallThatTakesTooLongIsWaitedForByItsRecord() {
    answers.add(new Answer(202, "{\"activationId\": \"a1\"}"));
    answers.add(new Answer(404, "{\"error\": \"not there\"}"));
    answers.add(new Answer(200, RECORD));

    assertThat(client.invoke("f").success()).isTrue();
    assertThat(asked).hasSize(3);
    assertThat(asked.get(2).request()).isEqualTo("GET /api/v1/namespaces/_/activations/a1");
  }

  @Test
  void anActionThatFailsIsNoException() {
    answers.add(
        new Answer(
            502,
            """
            {"activationId": "a2", "response": {"success": false, "status": "action developer error"}}
            """));

    ActivationResult activation = client.invoke("f");

    assertThat(activation.success()).isFalse();
    assertThat(activation.status()).isEqualTo("action developer error");
  }

  @Test
  void whatOpenWhiskRefusesIsAnExceptionWithItsReason() {
    answers.add(new Answer(429, "{\"error\": \"Too many requests\"}"));

    assertThatExceptionOfType(OpenWhiskException.class)
        .isThrownBy(() -> client.invoke("f"))
        .withMessageContaining("POST")
        .withMessageContaining("429")
        .withMessageContaining("Too many requests")
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(429));
  }

  @Test
  void allPagesOfRecordsAreRead() {
    answers.add(new Answer(200, "[{\"activationId\": \"a\"}, {\"activationId\": \"b\"}]"));
    answers.add(new Answer(200, "[{\"activationId\": \"c\"}]"));
    answers.add(new Answer(200, "[]"));

    assertThat(client.activations("f"))
        .extracting(ActivationResult::id)
        .containsExactly("a", "b", "c");
    assertThat(asked).extracting(Asked::request).allMatch(request -> request.contains("name=f"));
    assertThat(asked.get(2).request()).contains("skip=3");
  }

  @Test
  void limitsAreThoseOfTheNamespace() {
    answers.add(new Answer(200, "{\"minActionMemory\": 192}"));

    assertThat(client.limits().path("minActionMemory").asInt()).isEqualTo(192);
    assertThat(asked.get(0).request()).isEqualTo("GET /api/v1/namespaces/_/limits");
  }

  @Test
  void aRecordThatDoesNotComeIsNamed() {
    answers.add(new Answer(404, "{}"));
    answers.add(new Answer(404, "{}"));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> client.await("a9", Duration.ZERO))
        .withMessageContaining("a9");
  }
}
