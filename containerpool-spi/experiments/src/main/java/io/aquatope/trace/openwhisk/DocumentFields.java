/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import io.aquatope.trace.input.NumberText;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Parser of one object: the fields that say something about an activation, and the lists of
 * documents in it. Logs, results and everything else are passed over and take no memory.
 *
 * <p>Annotations become an object, whichever of three forms they have: a list of keys and values as
 * OpenWhisk returns it, an object as in Elasticsearch, or a text of JSON as in MongoDB.
 */
final class DocumentFields {

  /** Reads the elements of a list of documents, up to its end. */
  @FunctionalInterface
  interface ListReader {
    void read() throws IOException;
  }

  static final String ANNOTATIONS = "annotations";

  /** Names and texts of files are not kept beyond a record. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ImmutableSet<String> VALUES =
      ImmutableSet.of(
          "activationId",
          "start",
          "end",
          "duration",
          "namespace",
          "name",
          "version",
          "entityType",
          "_id",
          "id",
          "key",
          "error",
          "_deleted",
          "deleted",
          "mode",
          "eventType",
          "timestamp",
          "kind",
          "waitTime",
          "initTime",
          "memory",
          "concurrency",
          "causedBy",
          "conductor",
          "statusCode");

  /** The object with the outcome of a run, and its fields beside what the run returned. */
  private static final String RESPONSE = "response";

  private static final ImmutableSet<String> RESPONSE_KEYS =
      ImmutableSet.of("success", "statusCode", "status");

  /** The documents in a row of CouchDB, a hit of Elasticsearch, and a user event. */
  private static final ImmutableSet<String> OBJECTS =
      ImmutableSet.of("doc", "value", "_source", "body");

  /** A JSON text: what {@code kcat} prints of a message. */
  private static final String PAYLOAD = "payload";

  /** The lists of documents in answers of CouchDB, Cosmos DB and Elasticsearch. */
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of("rows", "docs", "results", "Documents", "hits", "responses");

  private static final ImmutableSet<String> ANNOTATION_KEYS =
      ImmutableSet.of("path", "kind", "waitTime", "initTime", "causedBy", "conductor", "cpu-limit");

  private static final String LIMITS = "limits";
  private static final ImmutableSet<String> LIMIT_KEYS = ImmutableSet.of("memory", "concurrency");

  /** Objects within objects that are looked at. */
  private static final int DEEPEST = 4;

  private final JsonParser parser;
  private final ListReader lists;
  private boolean hadList;

  DocumentFields(JsonParser parser, ListReader lists) {
    this.parser = parser;
    this.lists = lists;
  }

  /** Whether the object had a list of documents, which were read as such. */
  boolean hadList() {
    return hadList;
  }

  /** Reads the object that begins at the parser's token. */
  ObjectNode read() throws IOException {
    return read(0);
  }

  private ObjectNode read(int depth) throws IOException {
    ObjectNode fields = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (VALUES.contains(name)) {
        fields.set(name, value());
      } else if (name.equals(ANNOTATIONS)) {
        fields.set(name, annotations());
      } else if (token == JsonToken.START_ARRAY && LISTS.contains(name)) {
        hadList = true;
        lists.read();
      } else if (token == JsonToken.START_OBJECT && name.equals(RESPONSE)) {
        fields.set(name, values(RESPONSE_KEYS));
      } else if (token != JsonToken.START_OBJECT || depth == DEEPEST) {
        readText(name, token, fields);
      } else if (OBJECTS.contains(name)) {
        fields.set(name, read(depth + 1));
      } else if (LISTS.contains(name)) {
        read(depth + 1);
      } else {
        parser.skipChildren();
      }
    }
    return fields;
  }

  private void readText(String name, JsonToken token, ObjectNode fields) throws IOException {
    if (name.equals(PAYLOAD) && token == JsonToken.VALUE_STRING) {
      try (JsonParser text = JSON.createParser(parser.getText())) {
        if (text.nextToken() == JsonToken.START_OBJECT) {
          fields.setAll(new DocumentFields(text, text::skipChildren).read());
        }
      }
    } else if (OBJECTS.contains(name) && token == JsonToken.VALUE_NULL) {
      fields.putNull(name);
    } else {
      parser.skipChildren();
    }
  }

  /** A number, a text or a truth value; of an object or a list only that it is one. */
  private JsonNode value() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case START_OBJECT -> markedNumber();
      case START_ARRAY -> {
        parser.skipChildren();
        yield NODES.arrayNode();
      }
      default -> NODES.nullNode();
    };
  }

  private JsonNode number() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      return NODES.numberNode(parser.getDoubleValue());
    }
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? NODES.numberNode(parser.getBigIntegerValue())
        : NODES.numberNode(parser.getLongValue());
  }

  /** MongoDB's form of a number of 64 bits; or else any object, of which nothing is kept. */
  private JsonNode markedNumber() throws IOException {
    JsonNode marked = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isNumber = parser.currentName().equals("$numberLong");
      if (parser.nextToken() == JsonToken.VALUE_STRING && isNumber) {
        OptionalLong number = NumberText.whole(parser.getText());
        marked = number.isPresent() ? NODES.numberNode(number.getAsLong()) : marked;
      } else {
        parser.skipChildren();
      }
    }
    return marked;
  }

  private JsonNode annotations() throws IOException {
    ObjectNode annotations = NODES.objectNode();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        readAnnotation(annotations);
      }
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        readAnnotationValue(key, annotations);
      }
    } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try (JsonParser text = JSON.createParser(parser.getText())) {
        text.nextToken();
        return new DocumentFields(text, lists).annotations();
      }
    }
    return annotations;
  }

  /** One of a list; the value may come before its key. */
  private void readAnnotation(ObjectNode annotations) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String key = "";
    ObjectNode value = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("key") && token == JsonToken.VALUE_STRING) {
        key = parser.getText();
      } else if (name.equals("value")) {
        value.set(name, token == JsonToken.START_OBJECT ? values(LIMIT_KEYS) : value());
      } else {
        parser.skipChildren();
      }
    }
    JsonNode read = value.path("value");
    if (!read.isMissingNode() && (ANNOTATION_KEYS.contains(key) || key.equals(LIMITS))) {
      annotations.set(key, read);
    }
  }

  private void readAnnotationValue(String key, ObjectNode annotations) throws IOException {
    if (key.equals(LIMITS) && parser.currentToken() == JsonToken.START_OBJECT) {
      annotations.set(key, values(LIMIT_KEYS));
    } else if (ANNOTATION_KEYS.contains(key) || key.equals(LIMITS)) {
      annotations.set(key, value());
    } else {
      parser.skipChildren();
    }
  }

  /** Some values of an object. */
  private ObjectNode values(ImmutableSet<String> names) throws IOException {
    ObjectNode values = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (names.contains(name)) {
        values.set(name, value());
      } else {
        parser.skipChildren();
      }
    }
    return values;
  }
}
