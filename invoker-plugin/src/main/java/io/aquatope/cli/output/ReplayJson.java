/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.input.LeftOut;
import io.aquatope.trace.input.ReadTrace;

/** Results of replays as JSON. Other programs rely on the names of these fields. */
public final class ReplayJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReplayJson() {}

  public static String of(ReplaySummary summary) {
    ObjectNode root = JSON.createObjectNode();
    Trace trace = summary.trace();
    ObjectNode load =
        root.putObject("trace")
            .put("functions", trace.functions().size())
            .put("activations", trace.size())
            .put("seconds", trace.durationMicros() / 1e6);
    addFindings(load, summary.load());
    ArrayNode results = root.putArray("results");
    summary.results().forEach(result -> add(results.addObject(), result));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("results that are no JSON", e);
    }
  }

  /** What the reader found beside the trace; nothing for a generated one. */
  private static void addFindings(ObjectNode node, ReadTrace read) {
    if (read.hasFindings()) {
      read.assumptions().forEach(node.putArray("assumptions")::add);
      read.remarks().forEach(node.putArray("remarks")::add);
      ArrayNode leftOut = node.putArray("leftOut");
      for (LeftOut records : read.leftOut()) {
        leftOut
            .addObject()
            .put("count", records.count())
            .put("kind", records.kind())
            .put("reason", records.reason());
      }
      ObjectNode skipped = node.putObject("skippedLines");
      read.skippedLines().forEach((file, lines) -> skipped.put(file.toString(), lines));
    }
  }

  private static void add(ObjectNode node, ReplayResult result) {
    node.put("policy", result.policy())
        .put("activations", result.starts().activations())
        .put("coldStarts", result.starts().coldStarts())
        .put("coldStartRatio", result.starts().coldStartRatio())
        .put("coldStartSeconds", result.starts().coldStartSeconds())
        .put("wastedGbSeconds", result.memory().wastedGbSeconds())
        .put("totalGbSeconds", result.memory().totalGbSeconds())
        .put("rum", result.rum());
    node.putObject("cpuSeconds")
        .put("allocated", result.cpu().allocated())
        .put("used", result.cpu().used());
    node.putObject("startDelaySeconds")
        .put("p50", result.starts().delay().p50())
        .put("p99", result.starts().delay().p99());
    node.put("buffered", result.starts().buffered())
        .put("evictions", result.evictions())
        .put("wallSeconds", result.wallSeconds());
  }
}
