/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.cpu.limit.CpuLimit;
import java.math.BigDecimal;

/**
 * The request that changes the CPU limit of a pod's action container in place (Kubernetes 1.33 and
 * later, subresource {@code resize}).
 *
 * <p>A resize must not change the pod's quality of service class. OpenWhisk makes pods of two
 * classes. With {@code cpu-scaling}, requests equal limits (class Guaranteed) and must stay equal.
 * Without it, the pod has no CPU figures (class Burstable), and requests must stay below limits. In
 * class Burstable the request is left unchanged, or set to the minimum, so nothing more is reserved
 * on the node.
 */
final class PodResize {

  /** The name that OpenWhisk gives the container in the pod. */
  static final String CONTAINER = "user-action";

  private static final int LEAST_REQUEST = 1;

  private PodResize() {}

  /**
   * A strategic merge patch that sets the limit.
   *
   * @param pod as the API server describes it
   */
  static JsonNode patch(JsonNode pod, CpuLimit limit) {
    boolean guaranteed = pod.at("/status/qosClass").asText().equals("Guaranteed");
    int milliCores = limit.milliCores();
    int request =
        guaranteed ? milliCores : Math.min(Math.max(requested(pod), LEAST_REQUEST), milliCores - 1);
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode container =
        patch.putObject("spec").putArray("containers").addObject().put("name", CONTAINER);
    ObjectNode resources = container.putObject("resources");
    resources.putObject("limits").put("cpu", milliCores + "m");
    resources.putObject("requests").put("cpu", request + "m");
    return patch;
  }

  private static int requested(JsonNode pod) {
    for (JsonNode container : pod.at("/spec/containers")) {
      if (container.path("name").asText().equals(CONTAINER)) {
        return milliCores(container.at("/resources/requests/cpu").asText("0"));
      }
    }
    return 0;
  }

  /** A quantity of CPU as the API server writes it: whole or decimal cores, or milli-cores. */
  private static int milliCores(String quantity) {
    return quantity.endsWith("m")
        ? Integer.parseInt(quantity.substring(0, quantity.length() - 1))
        : new BigDecimal(quantity.isEmpty() ? "0" : quantity).movePointRight(3).intValue();
  }
}
