/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * The JSON documents in a file: values one after the other, however they are divided, each an
 * object or a list of them. Lines that {@code wsk} prints before records are passed over.
 *
 * <p>Where bad lines are left out, reading goes on behind a broken value, at the next line that
 * begins like one. What follows within a broken list of several lines cannot be told, so that is
 * always an error.
 */
record ActivationDocuments(TraceFile file) {

  /** The lines that {@code wsk} prints before records. */
  private static final String TITLE = "activations";

  private static final String ANSWER = "ok: got activation";

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Processes a document; throws errors of the document before it has any effect. */
  @FunctionalInterface
  interface Consumer {
    void accept(ObjectNode document, long line) throws TraceFormatException;
  }

  static boolean recognises(String firstLine) {
    return firstLine.startsWith("[") || firstLine.startsWith("{") || isTitle(firstLine);
  }

  private static boolean isTitle(String line) {
    String plain = COLOURS.matcher(line).replaceAll("").strip();
    return plain.equals(TITLE) || plain.startsWith(ANSWER);
  }

  void forEach(ReaderFindings findings, Consumer consumer) throws IOException {
    try (RecordText text = new RecordText(file.openRecords())) {
      DocumentParser.Target target = new DocumentParser.Target(file.path(), findings, consumer);
      long line = 1;
      while (line > 0) {
        DocumentParser parser = new DocumentParser(text, line, target);
        try {
          parser.readAll();
          line = 0;
        } catch (JsonProcessingException e) {
          line = passOver(e, parser, text, findings);
        } finally {
          parser.close();
        }
      }
    } catch (EOFException | ZipException e) {
      throw file.broken(e);
    }
  }

  /** Goes on behind a broken value; returns the line there. */
  private long passOver(
      JsonProcessingException e, DocumentParser parser, RecordText text, ReaderFindings findings)
      throws IOException {
    long begin = parser.piecePosition();
    long line = parser.line();
    if (!parser.isWithinValue()) {
      begin = text.skipBlank(parser.endPosition());
      line = parser.endLine() + text.lines(parser.endPosition(), begin);
      if (isTitle(text.line(begin))) {
        text.resumeBehindLine(begin);
        return line + 1;
      }
    }
    TraceFormatException problem =
        TraceFormatException.at(
            file.path(),
            parser.lineOf(e),
            "no JSON, expected an activation record: " + e.getOriginalMessage());
    boolean isOneLine = parser.lineOf(e) == parser.valueLine() && !(e instanceof JsonEOFException);
    if (parser.isWithinList() && !isOneLine) {
      throw problem;
    }
    findings.badLine(problem);
    String indent = parser.isWithinList() ? "" : text.indent(begin);
    return line + text.resumeAtValue(begin, indent);
  }
}
