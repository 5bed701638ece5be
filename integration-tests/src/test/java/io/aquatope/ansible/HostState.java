/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a rollout could leave behind on a host, one thing a line: the invoker's container to the
 * last setting, the names of all containers, and the files.
 */
record HostState(List<String> lines) {

  static HostState of(SimulatedHost host) {
    List<String> lines =
        new ArrayList<>(settings(host.inspect()).toPrettyString().lines().toList());
    lines.addAll(host.containers());
    lines.addAll(host.files());
    return new HostState(lines);
  }

  /** What the engine says of a container, but for what a mere restart changes. */
  private static JsonNode settings(JsonNode inspected) {
    ObjectNode container = inspected.deepCopy();
    boolean running = container.at("/State/Running").asBoolean();
    container.putObject("State").put("Running", running);
    ObjectNode network = (ObjectNode) container.get("NetworkSettings");
    network.retain("Networks");
    for (JsonNode endpoint : network.get("Networks")) {
      ((ObjectNode) endpoint).retain("Aliases", "IPAMConfig", "Links", "NetworkID");
    }
    return container;
  }

  /** The lines that are not the same, those of this state with a minus, later ones with a plus. */
  List<String> difference(HostState later) {
    List<String> difference = new ArrayList<>();
    lines.stream()
        .filter(line -> !later.lines.contains(line))
        .forEach(line -> difference.add("-" + line));
    later.lines.stream()
        .filter(line -> !lines.contains(line))
        .forEach(line -> difference.add("+" + line));
    return difference;
  }
}
