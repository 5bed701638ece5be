/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.aquatope.trace.input.BoundedReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/**
 * The JSON objects in a file, in each layout in which OpenWhisk's tools print activations: one
 * object a line; several lines per object, one object after the other, as {@code wsk activation
 * list --full} prints them below the line {@code activations}; or one array, as its API returns it.
 *
 * <p>Outside an array, an object begins on each line that begins with a brace, so a broken object
 * does not affect the following ones.
 */
record ActivationDocuments(TraceFile file) {

  private static final ObjectReader JSON = new ObjectMapper().reader();

  /** The line that {@code wsk} prints first. */
  private static final String TITLE = "activations";

  /** Processes a document; throws errors of the document before it has any effect. */
  @FunctionalInterface
  interface Consumer {
    void accept(JsonNode document, long line) throws TraceFormatException;
  }

  static boolean recognises(String firstLine) {
    return firstLine.startsWith("[") || firstLine.startsWith("{") || firstLine.equals(TITLE);
  }

  void forEach(ReaderFindings findings, Consumer consumer) throws IOException {
    try {
      if (file.start().startsWith("[")) {
        readArray(findings, consumer);
      } else {
        readObjects(findings, consumer);
      }
    } catch (EOFException | ZipException e) {
      throw file.broken(e);
    }
  }

  private void readArray(ReaderFindings findings, Consumer consumer) throws IOException {
    long line = 1;
    try (BoundedReader text = file.openRecords();
        JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        if (!parser.isExpectedStartArrayToken()) {
          line = parser.currentTokenLocation().getLineNr();
          throw TraceFormatException.at(file.path(), line, "text behind the array, expected none");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          text.beginPiece();
          line = parser.currentTokenLocation().getLineNr();
          JsonNode document = JSON.readTree(parser);
          try {
            consumer.accept(document, line);
          } catch (TraceFormatException e) {
            findings.badLine(e);
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw brokenJson(e, lineOf(e, line));
    }
  }

  /**
   * The line of an error. The parser states no position for a value that exceeds one of its limits;
   * then it is the line where the record began.
   */
  private static long lineOf(JsonProcessingException e, long begin) {
    JsonLocation place = e.getLocation();
    return place == null ? begin : Math.max(begin, place.getLineNr());
  }

  private void readObjects(ReaderFindings findings, Consumer consumer) throws IOException {
    StringBuilder text = new StringBuilder();
    long line = 0;
    long begin = 1;
    try (BufferedReader lines = file.open()) {
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        line++;
        if (next.startsWith("{") || text.length() == 0) {
          readObject(text, begin, findings, consumer);
          begin = line;
        }
        if (!next.isBlank() && !(text.length() == 0 && next.equals(TITLE))) {
          if (text.length() + next.length() > BoundedReader.LONGEST) {
            throw BoundedReader.tooLong(file.path(), begin, BoundedReader.Piece.RECORD);
          }
          text.append(next).append('\n');
        }
      }
    }
    readObject(text, begin, findings, consumer);
  }

  private void readObject(
      StringBuilder text, long begin, ReaderFindings findings, Consumer consumer)
      throws IOException {
    if (text.length() == 0) {
      return;
    }
    try {
      consumer.accept(JSON.readTree(text.toString()), begin);
    } catch (TraceFormatException e) {
      findings.badLine(e);
    } catch (JsonProcessingException e) {
      findings.badLine(brokenJson(e, begin + lineOf(e, 1) - 1));
    } finally {
      text.setLength(0);
    }
  }

  private TraceFormatException brokenJson(JsonProcessingException e, long line) {
    return TraceFormatException.at(
        file.path(), line, "no JSON, expected an activation record: " + e.getOriginalMessage());
  }
}
