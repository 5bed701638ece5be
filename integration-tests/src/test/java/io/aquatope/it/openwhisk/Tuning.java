/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What an invoker's status page says of the exchange, where one workflow is tuned.
 *
 * @param exchange that part of the page
 */
record Tuning(JsonNode exchange) {

  static Tuning of(OpenWhiskCluster cluster, int invoker) {
    try {
      return new Tuning(
          new ObjectMapper()
              .readTree(cluster.askInvoker(invoker, "/aquatope/status"))
              .path("exchange"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  int round() {
    return workflow().path("round").asInt();
  }

  /** The limits in force, in cores, one for each stage. */
  List<Double> limits() {
    return StreamSupport.stream(workflow().path("limits").spliterator(), false)
        .map(JsonNode::asDouble)
        .toList();
  }

  private JsonNode workflow() {
    return exchange.at("/workflows/0");
  }
}
