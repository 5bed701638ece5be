/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Small files in the formats of the published data, for tests. */
public final class TraceFiles {

  public static final String INVOCATIONS = "HashOwner,HashApp,HashFunction,Trigger,1,2,3";
  public static final String DURATIONS =
      "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,percentile_Average_0,"
          + "percentile_Average_1,percentile_Average_25,percentile_Average_50,"
          + "percentile_Average_75,percentile_Average_99,percentile_Average_100";
  public static final String MEMORY = "HashOwner,HashApp,SampleCount,AverageAllocatedMb";

  private final Path folder;

  public TraceFiles(Path folder) {
    this.folder = folder;
  }

  public Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  public Path writePacked(String name, String... lines) throws IOException {
    Path path = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  public Path invocations(String... lines) throws IOException {
    return write("invocations.csv", with(INVOCATIONS, lines));
  }

  public Path durations(String... lines) throws IOException {
    return write("durations.csv", with(DURATIONS, lines));
  }

  public Path memory(String... lines) throws IOException {
    return write("memory.csv", with(MEMORY, lines));
  }

  /** Run times and memory of one function, beside which invocations make a trace. */
  public void durationsAndMemoryOfOne() throws IOException {
    durations("o,a,f,10,1,10,10,10,10,10,10,10,10,10");
    memory("o,a,1,99.5");
  }

  private static String[] with(String header, String... lines) {
    return IntStream.rangeClosed(0, lines.length)
        .mapToObj(i -> i == 0 ? header : lines[i - 1])
        .toArray(String[]::new);
  }

  public static ReadTrace read(Path... sources) throws IOException {
    return TraceReader.newBuilder().seed(3).build().read(List.of(sources));
  }

  public static ReadTrace readSkipping(Path... sources) throws IOException {
    return TraceReader.newBuilder().seed(3).skipBadLines(true).build().read(List.of(sources));
  }
}
