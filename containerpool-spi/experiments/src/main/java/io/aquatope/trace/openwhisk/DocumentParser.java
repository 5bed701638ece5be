/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.input.BoundedReader.Piece;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Path;

/** Parser of JSON values one after the other, up to the first that is broken. */
final class DocumentParser {

  /** Lists within lists: pages that were collected in a list. */
  private static final int DEEPEST_LIST = 3;

  /** The file that is read, and the receiver of its documents. */
  record Target(Path file, ReaderFindings findings, ActivationDocuments.Consumer consumer) {}

  private final RecordText text;
  private final JsonParser parser;
  private final Target target;

  /** Position and line of the parser's first character. */
  private final long origin;

  private final long firstLine;

  private boolean withinValue;
  private boolean behindList;
  private int openLists;
  private long valueLine;

  /** Position of the last value or element of a list that began. */
  private long piecePosition;

  /** The line on which the present document begins. */
  private long line;

  /** Position and line behind the last outermost value. */
  private long endPosition;

  private long endLine;

  DocumentParser(RecordText text, long firstLine, Target target) throws IOException {
    this.text = text;
    this.firstLine = firstLine;
    this.target = target;
    this.origin = text.position();
    this.line = firstLine;
    this.endPosition = origin;
    this.endLine = firstLine;
    this.parser = DocumentFields.JSON.createParser(text);
  }

  /** Reads the values to the end of the text. */
  void readAll() throws IOException {
    while (parser.nextToken() != null) {
      boolean isList = parser.currentToken() == JsonToken.START_ARRAY;
      valueLine = lineOf(parser.currentTokenLocation());
      beginPiece(isList ? Piece.RECORD : Piece.LINE);
      withinValue = true;
      readValue(0);
      withinValue = false;
      endPosition = origin + parser.currentLocation().getCharOffset();
      endLine = lineOf(parser.currentLocation());
      behindList |= isList;
    }
  }

  private void beginPiece(Piece piece) {
    piecePosition = origin + parser.currentTokenLocation().getCharOffset();
    text.beginPiece(piecePosition, piece);
  }

  private void readValue(int depth) throws IOException {
    line = lineOf(parser.currentTokenLocation());
    if (parser.currentToken() == JsonToken.START_ARRAY && depth <= DEEPEST_LIST) {
      readList(depth);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      readObject(depth);
    } else {
      parser.skipChildren();
      badValue("no object, expected an activation record");
    }
  }

  private void readList(int depth) throws IOException {
    openLists++;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      beginPiece(Piece.RECORD);
      readValue(depth + 1);
    }
    openLists--;
  }

  private void readObject(int depth) throws IOException {
    long begin = line;
    DocumentFields fields = new DocumentFields(parser, () -> readList(depth));
    ObjectNode document = fields.read();
    if (!fields.hadList()) {
      line = begin;
      consume(document);
    }
  }

  private void consume(ObjectNode document) throws TraceFormatException {
    if (document.isEmpty() && behindList && openLists == 0) {
      badValue("an empty object");
      return;
    }
    try {
      target.consumer.accept(document, line);
    } catch (TraceFormatException e) {
      target.findings.badLine(e);
    }
  }

  private void badValue(String problem) throws TraceFormatException {
    boolean isBehind = behindList && openLists == 0;
    target.findings.badLine(
        TraceFormatException.at(
            target.file, line, isBehind ? "text behind the array, expected none" : problem));
  }

  private long lineOf(JsonLocation place) {
    return firstLine + place.getLineNr() - 1;
  }

  /**
   * The line of an error. The parser states no position for a value that exceeds one of its limits;
   * then it is the line where the record began.
   */
  long lineOf(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null || place.getLineNr() < 1 ? line : Math.max(line, lineOf(place));
  }

  /** Whether the error is in a value that had begun. */
  boolean isWithinValue() {
    return withinValue;
  }

  boolean isWithinList() {
    return openLists > 0;
  }

  /** The position of the last value or element of a list that began. */
  long piecePosition() {
    return piecePosition;
  }

  /** The line of the last value or element that began. */
  long line() {
    return line;
  }

  /** The line on which the last outermost value began. */
  long valueLine() {
    return valueLine;
  }

  /** The position behind the last outermost value. */
  long endPosition() {
    return endPosition;
  }

  /** The line of that position. */
  long endLine() {
    return endLine;
  }

  void close() throws IOException {
    parser.close();
  }
}
