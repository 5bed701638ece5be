/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Client of the part of OpenWhisk's REST API that tests of actions need, for one namespace. Safe
 * for use by several threads. All methods throw {@link OpenWhiskException} if OpenWhisk refuses,
 * and {@link UncheckedIOException} if it does not answer.
 */
public final class OpenWhiskClient {

  /** The key of the namespace guest in standalone OpenWhisk and its playbooks. */
  public static final String GUEST_KEY =
      "23bc46b1-71f6-4ed5-8c54-816aa4f8c502"
          + ":123zO3xZCLrMN6v2BKK1dXYFpXlPkccOFqm12CdAsMgRU4VrNZ9lyGVCGuMDGIwP";

  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ObjectMapper mapper = new ObjectMapper();
  private final URI namespace;
  private final String authorization;

  /**
   * @param host for example http://localhost:3233
   * @param key of the namespace, its two parts with a colon between them
   */
  public OpenWhiskClient(URI host, String key) {
    namespace = host.resolve("/api/v1/namespaces/_/");
    authorization = "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
  }

  /** Creates an action, or updates it. */
  public void put(Action action) {
    ObjectNode body = mapper.createObjectNode();
    body.putObject("exec").put("kind", action.kind()).put("code", action.code());
    body.putObject("limits")
        .put("memory", action.memoryMb())
        .put("timeout", action.timeout().toMillis())
        .put("logs", action.logsMb());
    put(action.name(), body, action.annotations());
  }

  /** Creates a package, or updates it. The names of its actions begin with its name and a slash. */
  public void putPackage(String name) {
    answer(
        request("packages/" + name + "?overwrite=true").PUT(json(mapper.createObjectNode())), 200);
  }

  /** Creates a package, or updates it; other namespaces may call its actions. */
  public void putPublicPackage(String name) {
    ObjectNode body = mapper.createObjectNode().put("publish", true);
    answer(request("packages/" + name + "?overwrite=true").PUT(json(body)), 200);
  }

  /** Binds a package to another name in this namespace. */
  public void bindPackage(String name, String provider) {
    ObjectNode body = mapper.createObjectNode();
    body.putObject("binding").put("namespace", "_").put("name", provider);
    answer(request("packages/" + name).PUT(json(body)), 200);
  }

  /** Creates a sequence of actions, or updates it; see {@link #putSequence(String, List, Map)}. */
  public void putSequence(String name, String... actions) {
    putSequence(name, List.of(actions), Map.of());
  }

  /**
   * Creates a sequence of actions, or updates it.
   *
   * @param actions of this namespace by their names, of others as {@code /namespace/package/name}
   * @param annotations by key; Jackson writes the values as JSON
   */
  public void putSequence(String name, List<String> actions, Map<String, ?> annotations) {
    ObjectNode body = mapper.createObjectNode();
    var components = body.putObject("exec").put("kind", "sequence").putArray("components");
    for (String action : actions) {
      components.add(action.startsWith("/") ? action : "/_/" + action);
    }
    put(name, body, annotations);
  }

  private void put(String name, ObjectNode body, Map<String, ?> annotations) {
    var array = body.putArray("annotations");
    annotations.forEach(
        (key, value) -> array.addObject().put("key", key).set("value", mapper.valueToTree(value)));
    answer(request("actions/" + name + "?overwrite=true").PUT(json(body)), 200);
  }

  /** An action or a sequence, as the API returns it. */
  public JsonNode action(String name) {
    return answer(request("actions/" + name).GET(), 200);
  }

  /** Deletes an action or a sequence. */
  public void delete(String action) {
    answer(request("actions/" + action).DELETE(), 200);
  }

  /**
   * Calls an action, waits until it has ended, and returns its record. An action that fails causes
   * no exception; its record states the failure. If a call takes longer than OpenWhisk's blocking
   * calls, the client polls its record.
   *
   * @param parameters by name; Jackson writes the values as JSON
   */
  public ActivationResult invoke(String action, Map<String, ?> parameters) {
    JsonNode answer =
        answer(
            request("actions/" + action + "?blocking=true")
                .POST(json(mapper.valueToTree(parameters))),
            200,
            202,
            502);
    if (!answer.has("activationId")) {
      throw new OpenWhiskException("POST " + action, 502, answer.toString());
    }
    return answer.has("response")
        ? ActivationResult.of(answer)
        : await(answer.path("activationId").asText(), ANSWER);
  }

  /** Calls an action without parameters; see {@link #invoke(String, Map)}. */
  public ActivationResult invoke(String action) {
    return invoke(action, Map.of());
  }

  /** Calls an action without waiting for it, and returns the activation's id. */
  public String invokeLater(String action, Map<String, ?> parameters) {
    return answer(request("actions/" + action).POST(json(mapper.valueToTree(parameters))), 202)
        .path("activationId")
        .asText();
  }

  /** The record of an activation, if it exists already. */
  public Optional<ActivationResult> activation(String id) {
    JsonNode answer = answer(request("activations/" + id).GET(), 200, 404);
    return answer.has("activationId") ? Optional.of(ActivationResult.of(answer)) : Optional.empty();
  }

  /**
   * Waits for the record of an activation.
   *
   * @throws IllegalStateException if the record does not exist after that time
   */
  public ActivationResult await(String id, Duration atMost) {
    return PollUntil.await(atMost, "the record of the activation " + id, () -> activation(id));
  }

  /** The records of all activations of an action, the latest first. */
  public List<ActivationResult> activations(String action) {
    List<ActivationResult> all = new ArrayList<>();
    JsonNode page;
    do {
      page =
          answer(
              request("activations?docs=true&limit=200&name=" + action + "&skip=" + all.size())
                  .GET(),
              200);
      page.forEach(record -> all.add(ActivationResult.of(record)));
    } while (!page.isEmpty());
    return all;
  }

  /**
   * The limits of the namespace. Some versions of OpenWhisk have limits per namespace, such as
   * {@code minActionMemory} in MB, that others lack.
   */
  public JsonNode limits() {
    return answer(request("limits").GET(), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(namespace.resolve(path))
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .timeout(ANSWER);
  }

  private static HttpRequest.BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private JsonNode answer(HttpRequest.Builder builder, int... expected) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      for (int status : expected) {
        if (response.statusCode() == status) {
          return mapper.readTree(response.body());
        }
      }
      throw new OpenWhiskException(
          request.method() + " " + request.uri(), response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
