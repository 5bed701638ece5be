/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** The forms in which operators hold activation records. */
enum RecordForm {
  LINES(all -> lines(all, "\n", ActivationSample::toRecord)),
  WINDOWS_LINES(all -> lines(all, "\r\n", ActivationSample::toRecord)),
  TOGETHER(all -> lines(all, "", ActivationSample::toRecord)),
  INDENTED(all -> " " + lines(all, "\n ", ActivationSample::toRecord)),
  SPREAD(all -> all.stream().map(one -> one.toRecord().toPrettyString()).collect(joining("\n"))),
  WSK_LIST(all -> "activations\n" + SPREAD.text(all) + "\nactivations\n"),
  WSK_GET(
      all ->
          all.stream()
              .map(one -> "ok: got activation " + one.id() + "\n" + one.toRecord().toPrettyString())
              .collect(joining("\n"))),
  ARRAY(all -> "[" + lines(all, ",\n", ActivationSample::toRecord) + "]"),
  SPREAD_ARRAY(all -> array(all).toPrettyString()),
  OVERLAPPING_PAGES(all -> array(all.subList(0, all.size() / 2 + 1)) + "" + array(all)),
  PAGES_IN_AN_ARRAY(all -> "[" + array(all.subList(0, 1)) + ",\n" + array(all) + "]"),
  COUCHBACKUP(
      all ->
          "{\"name\":\"@cloudant/couchbackup\",\"version\":\"2.11.0\",\"mode\":\"full\"}\n"
              + all.stream().map(one -> array(List.of(one)).toString()).collect(joining("\n"))),
  ALL_DOCS(
      all ->
          "{\"total_rows\":9,\"offset\":0,\"rows\":[\n"
              + lines(all, ",\n", RecordForm::row)
              + "\n]}\n"),
  FIND(
      all ->
          "{\"docs\":[\n"
              + lines(all, ",\n", ActivationSample::toRecord)
              + "\n],\"bookmark\": \"nil\"}"),
  SEARCH(
      all ->
          "{\"took\":1,\"hits\":{\"total\":{\"value\":9},\"max_score\":1.0,\"hits\":["
              + lines(all, ",", RecordForm::hit)
              + "]}}"),
  HITS(all -> lines(all, "\n", RecordForm::hit)),
  SOURCES(all -> lines(all, "\n", RecordForm::source)),
  MONGO(all -> lines(all, "\n", RecordForm::mongo)),
  EVENTS(all -> lines(all, "\n", RecordForm::event)),
  EVENTS_OF_KCAT(
      all ->
          lines(
              all,
              "\n",
              one ->
                  ActivationSample.object()
                      .put("topic", "events")
                      .put("payload", event(one).toString())));

  @SuppressWarnings("ImmutableEnumChecker") // has no state
  private final Function<List<ActivationSample>, String> writer;

  RecordForm(Function<List<ActivationSample>, String> writer) {
    this.writer = writer;
  }

  boolean hasSeveralOnALine() {
    return this == TOGETHER
        || this == OVERLAPPING_PAGES
        || this == PAGES_IN_AN_ARRAY
        || this == SEARCH;
  }

  String text(List<ActivationSample> activations) {
    return writer.apply(activations);
  }

  private static String lines(
      List<ActivationSample> all, String end, Function<ActivationSample, ObjectNode> form) {
    return all.stream().map(one -> form.apply(one).toString()).collect(joining(end));
  }

  private static ArrayNode array(List<ActivationSample> all) {
    ArrayNode array = ActivationSample.object().arrayNode();
    all.forEach(one -> array.add(one.toRecord()));
    return array;
  }

  private static ObjectNode row(ActivationSample one) {
    String id = "guest/" + one.id();
    ObjectNode row = ActivationSample.object().put("id", id).put("key", id);
    row.putObject("value").put("rev", "1-abc");
    ObjectNode document = one.toRecord().put("_id", id).put("_rev", "1-abc");
    return row.set("doc", document.put("entityType", "activation"));
  }

  /** Elasticsearch has annotations as an object, and results as a text. */
  private static ObjectNode source(ActivationSample one) {
    ObjectNode source = one.fields().put("path", one.path()).put("@timestamp", "2023-11-14");
    source.set("annotations", one.annotations());
    source.putObject("response").put("result", "{}");
    return source;
  }

  private static ObjectNode hit(ActivationSample one) {
    ObjectNode hit = ActivationSample.object().put("_index", "openwhisk").put("_id", one.id());
    return hit.set("_source", source(one));
  }

  /** MongoDB has annotations as a text, as their names may begin with a dollar sign. */
  private static ObjectNode mongo(ActivationSample one) {
    ObjectNode document = one.toRecord().put("_id", "guest/" + one.id());
    String annotations = document.get("annotations").toString();
    document.put("annotations", annotations);
    document.putObject("start").put("$numberLong", Long.toString(one.start()));
    return document;
  }

  private static ObjectNode event(ActivationSample one) {
    ObjectNode event = ActivationSample.object();
    event
        .putObject("body")
        .put("statusCode", 0)
        .put("duration", one.init() + one.run())
        .put("name", one.path())
        .put("activationId", one.id())
        .put("waitTime", one.waits())
        .put("conductor", false)
        .put("kind", one.kind())
        .put("initTime", one.init())
        .put("memory", one.memoryMb());
    return event
        .put("eventType", "Activation")
        .put("source", "invoker0")
        .put("timestamp", one.end())
        .put("namespace", "guest");
  }
}
