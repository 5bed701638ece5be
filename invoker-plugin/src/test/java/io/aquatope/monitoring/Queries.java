/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the files under {@code monitoring/}, and which metrics the queries in them are about. */
final class Queries {

  private static final Path FOLDER = Path.of("monitoring");

  /** Labels in braces, ranges of time, and the grouping by labels. */
  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[[^\\]]*]|\\bby *\\([^)]*\\)");

  private static final Pattern FUNCTIONS_AND_NUMBERS =
      Pattern.compile("\\b[a-z_]+(?= *\\()|\\b[0-9][0-9.e]*\\b");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

  private Queries() {}

  static JsonNode dashboard() throws IOException {
    return read(new JsonMapper(), "dashboard.json");
  }

  static JsonNode alerts() throws IOException {
    return read(new YAMLMapper(), "alerts.yml");
  }

  private static JsonNode read(ObjectMapper mapper, String file) throws IOException {
    return mapper.readTree(FOLDER.resolve(file).toFile());
  }

  /** All queries of a document, wherever they stand in it. */
  static List<String> in(JsonNode document) {
    return document.findValuesAsText("expr");
  }

  /** What a query takes its values from. */
  static List<String> series(String query) {
    String unlabelled = LABELS.matcher(query).replaceAll("");
    String names = FUNCTIONS_AND_NUMBERS.matcher(unlabelled).replaceAll("");
    return NAME.matcher(names).results().map(MatchResult::group).toList();
  }

  /** The series that the code emits. */
  static Set<String> emitted() {
    return Arrays.stream(Metric.values()).flatMap(Queries::of).collect(Collectors.toSet());
  }

  private static Stream<String> of(Metric metric) {
    String name = metric.prometheusName();
    return metric.kind() == MetricKind.HISTOGRAM
        ? Stream.of("_bucket", "_count", "_sum").map(suffix -> name + suffix)
        : Stream.of(name);
  }
}
