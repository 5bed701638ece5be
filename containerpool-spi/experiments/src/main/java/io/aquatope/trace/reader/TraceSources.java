/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.reader;

import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TextExcerpt;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a user named, and the files in folders and archives that the user named, each with
 * its first line.
 *
 * <p>A named file must fit the format. A folder or an archive may hold other files in addition to
 * the trace, such as a README.
 */
record TraceSources(List<Path> named, Map<TraceFile, String> starts) {

  /** The first line of a file that is no text; no reader recognises it. */
  private static final String FOREIGN = "";

  static TraceSources of(List<Path> sources) throws IOException {
    Map<TraceFile, String> starts = new LinkedHashMap<>();
    for (Path source : sources) {
      if (Files.isDirectory(source)) {
        for (Path path : filesOf(source)) {
          TraceFile file = new TraceFile(path);
          if (file.isForeign()) {
            starts.put(file, FOREIGN);
          } else {
            addFilesIn(path, starts);
          }
        }
      } else {
        addFilesIn(source, starts);
      }
    }
    return new TraceSources(List.copyOf(sources), starts);
  }

  /** The file, or the files in it, if it is an archive. */
  private static void addFilesIn(Path path, Map<TraceFile, String> starts) throws IOException {
    for (TraceFile file : TraceFile.in(path)) {
      if (file.path().equals(path)) {
        starts.put(file, file.start());
      } else {
        starts.put(file, file.isForeign() ? FOREIGN : file.firstLine().orElse(FOREIGN));
      }
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isRegularFile(entry) && !Files.isHidden(entry) && Files.size(entry) > 0) {
          files.add(entry);
        }
      }
    }
    return files;
  }

  /** The reader of the format; for {@code AUTO} the first reader that recognises a file. */
  FormatReader chooseReader(TraceFormat format) throws TraceFormatException {
    return format
        .candidates()
        .filter(reader -> starts.values().stream().anyMatch(reader::recognises))
        .findFirst()
        .orElseThrow(
            () ->
                TraceFormatException.of(
                    named.get(0),
                    String.format(
                        Locale.ROOT,
                        "no trace%s found; looked for %s",
                        format == TraceFormat.AUTO ? "" : " of format " + format.label(),
                        format
                            .candidates()
                            .map(FormatReader::lookedFor)
                            .collect(Collectors.joining(", or ")))));
  }

  /** The files that the reader recognises. */
  List<TraceFile> readableBy(FormatReader reader, ReaderFindings findings)
      throws TraceFormatException {
    List<TraceFile> readable = new ArrayList<>();
    for (Map.Entry<TraceFile, String> start : starts.entrySet()) {
      Path path = start.getKey().path();
      if (reader.recognises(start.getValue())) {
        readable.add(start.getKey());
      } else if (named.contains(path)) {
        throw TraceFormatException.of(
            path,
            String.format(
                Locale.ROOT,
                "begins with '%s', expected %s",
                TextExcerpt.of(start.getValue()),
                reader.lookedFor()));
      } else {
        findings.remark(path + " is no part of the trace and was left out");
      }
    }
    return readable;
  }
}
