/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An activation with what each form of its record contains. */
record ActivationSample(
    String id, String name, long start, int waits, int init, int run, int memoryMb, String kind) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static final long BEGIN = 1_700_000_000_000L;

  /** As OpenWhisk's API and its databases have it. */
  ObjectNode toRecord() {
    ObjectNode record = fields();
    ArrayNode annotations = record.putArray("annotations");
    annotations()
        .properties()
        .forEach(
            entry ->
                annotations.addObject().put("key", entry.getKey()).set("value", entry.getValue()));
    record.putObject("response").put("statusCode", 0).putObject("result").put("a", "}\n{[");
    record.putArray("logs").add("2026-01-01T00:00:00Z stdout: {\"start\": 1}");
    return record;
  }

  ObjectNode fields() {
    return JSON.createObjectNode()
        .put("activationId", id)
        .put("namespace", "guest")
        .put("name", name)
        .put("version", "0.0.1")
        .put("subject", "guest")
        .put("start", start)
        .put("end", end())
        .put("duration", init + run);
  }

  long end() {
    return start + init + run;
  }

  String path() {
    return "guest/" + name;
  }

  ObjectNode annotations() {
    ObjectNode annotations = JSON.createObjectNode();
    annotations.put("path", path()).put("waitTime", waits).put("kind", kind);
    annotations.putObject("limits").put("concurrency", 1).put("logs", 10).put("memory", memoryMb);
    if (init > 0) {
      annotations.put("initTime", init);
    }
    return annotations;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String pretty(ObjectNode node) {
    return node.toPrettyString();
  }
}
