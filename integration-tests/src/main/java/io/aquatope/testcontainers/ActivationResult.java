/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The record that OpenWhisk keeps of one activation.
 *
 * @param id the activation's id
 * @param json the whole record, as the API gives it
 */
public record ActivationResult(String id, JsonNode json) {

  static ActivationResult of(JsonNode json) {
    return new ActivationResult(json.path("activationId").asText(), json);
  }

  /** Whether the action succeeded. */
  public boolean success() {
    return json.at("/response/success").asBoolean();
  }

  /** The status in OpenWhisk's words, for example "success" or "action developer error". */
  public String status() {
    return json.at("/response/status").asText();
  }

  /** The value that the action returned, or the error. */
  public JsonNode result() {
    return json.at("/response/result");
  }

  /** The duration of the run, its initialisation included. */
  public Duration duration() {
    return Duration.ofMillis(json.path("duration").asLong());
  }

  /** The wait for a container, creation included. Activations of sequences have none. */
  public Optional<Duration> waitTime() {
    return annotation("waitTime").map(JsonNode::asLong).map(Duration::ofMillis);
  }

  /**
   * The duration of {@code /init}. Empty if the container was warm; zero if it had been initialised
   * ahead of the call.
   */
  public Optional<Duration> initTime() {
    return annotation("initTime").map(JsonNode::asLong).map(Duration::ofMillis);
  }

  /** The ids of the activations that a sequence has caused, in order. */
  public List<String> components() {
    return StreamSupport.stream(json.path("logs").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The value of an annotation, if the record has it. */
  public Optional<JsonNode> annotation(String key) {
    return StreamSupport.stream(json.path("annotations").spliterator(), false)
        .filter(annotation -> annotation.path("key").asText().equals(key))
        .map(annotation -> annotation.path("value"))
        .findFirst();
  }
}
