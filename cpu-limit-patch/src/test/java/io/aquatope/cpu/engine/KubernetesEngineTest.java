/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests are checked against the API's schema as the official client has it, which is generated
 * from the API's own description: io.kubernetes:client-java-api 24.0.0, for Kubernetes 1.33.
 */
class KubernetesEngineTest {

  private static final String POD_NOT_FOUND =
      """
      {"kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404,
       "message": "pods wsk0-1 not found", "details": {"name": "wsk0-1", "kind": "pods"}}
      """;
  private static final String NO_SUCH_RESOURCE =
      """
      {"kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404,
       "message": "the server could not find the requested resource", "details": {}}
      """;

  @TempDir private Path account;

  private final List<Request> requests = new ArrayList<>();
  private final Queue<Response> responses = new ArrayDeque<>();
  private HttpServer server = HttpServer.create();

  KubernetesEngineTest() throws IOException {}

  private record Request(
      String method, String path, String type, String authorization, String body) {}

  private record Response(int status, String body) {}

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(account.resolve("token"), "secret\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Response response = responses.remove();
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Guaranteed, 300m, 750m, 750m",
    "Burstable, 200m, 750m, 200m",
    "Burstable, 1, 750m, 749m",
    "Burstable, '', 750m, 1m"
  })
  void asksForAResizeThatTheSchemaAndTheQualityOfServiceAllow(
      String qos, String requestedBefore, String limit, String request) throws Exception {
    responses.add(new Response(200, pod(qos, requestedBefore)));
    responses.add(new Response(200, pod(qos, requestedBefore)));

    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("0.75")))
        .isEqualTo(new ChangeResult.Done());

    Request resize = requests.get(1);
    assertThat(resize.type()).isEqualTo("application/strategic-merge-patch+json");
    assertThat(resize.authorization()).isEqualTo("Bearer secret");
    JsonElement patch = JsonParser.parseString(resize.body());
    V1Pod.validateJsonElement(patch);
    JsonObject container = container(patch.getAsJsonObject());
    assertThat(container.get("name").getAsString()).isEqualTo("user-action");
    JsonObject resources = container.getAsJsonObject("resources");
    assertThat(resources.toString())
        .isEqualTo(
            "{\"limits\":{\"cpu\":\"%s\"},\"requests\":{\"cpu\":\"%s\"}}"
                .formatted(limit, request));
    assertThat(Quantity.fromString(limit).getNumber()).isEqualByComparingTo(new BigDecimal("0.75"));
    assertThat(limit.equals(request))
        .as("requests equal limits")
        .isEqualTo(qos.equals("Guaranteed"));
  }

  @Test
  void callsTheSubresourceThatTheOfficialClientCalls() throws Exception {
    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(200, pod("Burstable", "")));
    engine().setLimit("wsk0-1", CpuLimit.parse("0.75"));

    new CoreV1Api(new ApiClient().setBasePath(address()))
        .patchNamespacedPodResize("wsk0-1", "actions", new V1Patch(requests.get(1).body()))
        .execute();

    assertThat(requests).hasSize(3);
    assertThat(requests.get(1).method()).isEqualTo(requests.get(2).method());
    assertThat(requests.get(1).path()).isEqualTo(requests.get(2).path());
  }

  @Test
  void thePodsOfTheseTestsFollowTheSchema() throws Exception {
    V1Pod.validateJsonElement(JsonParser.parseString(pod("Guaranteed", "300m")));
    V1Pod.validateJsonElement(JsonParser.parseString(pod("Burstable", "")));
  }

  @Test
  void aMissingPodHasGone() throws Exception {
    responses.add(new Response(404, POD_NOT_FOUND));
    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("1"))).isEqualTo(new ChangeResult.Gone());

    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(404, POD_NOT_FOUND));
    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("1"))).isEqualTo(new ChangeResult.Gone());
  }

  @Test
  void aServerThatCannotResizeIsNotAskedAgain() throws Exception {
    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(404, NO_SUCH_RESOURCE));
    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("1")))
        .isEqualTo(
            new ChangeResult.Refused(
                "this API server cannot resize pods in place: that takes Kubernetes 1.33 or"
                    + " later"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 422})
  void whatTheServerForbidsIsRefused(int status) throws Exception {
    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(status, "Pod QOS Class may not change as a result of resizing"));
    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("1")))
        .isInstanceOf(ChangeResult.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 429, 500, 503})
  void aPassingTroubleMayBeTriedAgain(int status) {
    responses.add(new Response(200, pod("Burstable", "")));
    responses.add(new Response(status, "later"));
    assertThatIOException()
        .isThrownBy(() -> engine().setLimit("wsk0-1", CpuLimit.parse("1")))
        .withMessageContaining(status + " later");
  }

  /** A server that answers without end filled the heap of the invoker. */
  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500})
  void anAnswerThatIsTooLongIsReadNoFurther(int status) {
    responses.add(new Response(status, "x".repeat(5 << 20)));
    assertThatIOException()
        .isThrownBy(() -> engine().setLimit("wsk0-1", CpuLimit.parse("1")))
        .withMessageContaining(address() + " answered more than 4194304 bytes");
  }

  @Test
  void anAnswerOfSeveralPartsIsReadWhole() throws Exception {
    String padding = " ".repeat(3 << 20);
    responses.add(new Response(200, pod("Burstable", "") + padding));
    responses.add(new Response(200, padding));
    assertThat(engine().setLimit("wsk0-1", CpuLimit.parse("1"))).isEqualTo(new ChangeResult.Done());
  }

  @Test
  void thereIsNoAccessOutsideOfACluster() {
    assertThatIllegalStateException()
        .isThrownBy(() -> KubernetesAccess.inCluster("", Map.of()))
        .withMessageStartingWith("KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set");
  }

  private KubernetesEngine engine() {
    return new KubernetesEngine(
        HttpClient.newHttpClient(),
        new KubernetesAccess(address(), "actions", account),
        Duration.ofSeconds(5));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static JsonObject container(JsonObject pod) {
    return pod.getAsJsonObject("spec").getAsJsonArray("containers").get(0).getAsJsonObject();
  }

  /**
   * As OpenWhisk makes them with cpu-scaling (Guaranteed), or without; a cluster may add a request.
   */
  private static String pod(String qos, String cpuRequest) {
    String cpu = cpuRequest.isEmpty() ? "" : ", \"cpu\": \"" + cpuRequest + "\"";
    return """
    {"apiVersion": "v1", "kind": "Pod",
     "metadata": {"name": "wsk0-1", "labels": {"user-action-pod": "true", "invoker": "invoker0"}},
     "spec": {"restartPolicy": "Always", "containers": [{
       "name": "user-action", "image": "openwhisk/action-python-v3.7:nightly",
       "ports": [{"containerPort": 8080, "name": "action"}],
       "resources": {"limits": {"memory": "256Mi"%s}, "requests": {"memory": "256Mi"%s}},
       "securityContext": {"capabilities": {"drop": ["NET_RAW", "NET_ADMIN"]}}}]},
     "status": {"phase": "Running", "qosClass": "%s"}}
    """
        .formatted(qos.equals("Guaranteed") ? cpu : "", cpu, qos);
  }
}
