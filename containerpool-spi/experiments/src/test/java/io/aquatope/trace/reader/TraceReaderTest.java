/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceReaderTest {

  private static final String HEADER_2021 = "app,func,end_timestamp,duration";

  @TempDir Path folder;
  private TraceFiles files;

  @BeforeEach
  void setUp() {
    files = new TraceFiles(folder);
  }

  @Test
  void withoutAnySourceTheDefaultLoadIsGenerated() throws IOException {
    assertThat(TraceFiles.read().trace().name()).isEqualTo("synthetic");
  }

  @Test
  void formatsAreChosenByName() {
    assertThat(TraceFormat.of("azure2021")).isEqualTo(TraceFormat.AZURE2021);
    assertThatThrownBy(() -> TraceFormat.of("azure"))
        .hasMessage(
            "trace format 'azure', expected one of auto, azure2019, azure2021, huawei2023, huawei2025, faasrail, invitro, openwhisk, synthetic");
  }

  @Test
  void settingsOfTheGeneratorStandInPlaceOfFiles() throws IOException {
    Trace trace =
        TraceReader.newBuilder()
            .format(TraceFormat.SYNTHETIC)
            .build()
            .read(List.of(Path.of("functions=7,hours=1,activations=100,chains=0")))
            .trace();

    assertThat(trace.functions()).hasSize(7);
  }

  @Test
  void packedFilesAreRecognisedByContent() throws IOException {
    Path packed = files.writePacked("packed.csv", HEADER_2021, "a,f,2.5,0.5");

    assertThat(TraceFiles.read(packed).trace().offsetMicros(0)).isEqualTo(2_000_000);
  }

  @Test
  void otherFilesInAFolderAreLeftOut() throws IOException {
    files.write("trace.csv", HEADER_2021, "a,f,2.5,0.5");
    Path readme = files.write("README", "What this is");

    ReadTrace read = TraceFiles.read(folder);

    assertThat(read.trace().size()).isOne();
    assertThat(read.remarks())
        .containsExactly(readme + " is no part of the trace and was left out");
  }

  @Test
  void aNamedFileHasToFit() throws IOException {
    Path trace = files.write("trace.csv", HEADER_2021, "a,f,2.5,0.5");
    Path readme = files.write("README", "What this is");

    assertThatThrownBy(() -> TraceFiles.read(trace, readme))
        .hasMessage(
            readme + ": begins with 'What this is', expected the CSV header " + HEADER_2021);
  }

  @Test
  void whatFitsNoFormatIsToldWhatWasLookedFor() throws IOException {
    Path readme = files.write("README", "What this is");

    assertThatThrownBy(() -> TraceFiles.read(readme))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(
            readme + ": no trace found; looked for a CSV header with HashFunction")
        .hasMessageContaining(HEADER_2021)
        .hasMessageContaining("activation records");
  }

  @Test
  void aFileOfAnotherFormatThanAskedForIsAnError() throws IOException {
    Path trace = files.write("trace.csv", HEADER_2021, "a,f,2.5,0.5");

    assertThatThrownBy(
            () ->
                TraceReader.newBuilder().format(TraceFormat.OPENWHISK).build().read(List.of(trace)))
        .hasMessageStartingWith(trace + ": no trace of format openwhisk found; looked for JSON");
  }

  @Test
  void missingAndEmptyFilesAreNamed() throws IOException {
    Path missing = folder.resolve("missing");
    Path empty = Files.createFile(folder.resolve("empty"));

    assertThatThrownBy(() -> TraceFiles.read(missing)).hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> TraceFiles.read(empty)).hasMessage(empty + ": is empty");
    assertThatThrownBy(() -> TraceFiles.read(folder)).hasMessageStartingWith(folder + ": no trace");
  }

  @Test
  void aFileThatWasCutShortIsNamed() throws IOException {
    String[] lines = new String[20_000];
    Arrays.setAll(lines, i -> i == 0 ? HEADER_2021 : "a,f" + i * 31L % 977 + "," + i + ".5,0.5");
    Path packed = files.writePacked("packed", lines);
    byte[] bytes = Files.readAllBytes(packed);
    Path half = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));
    Path stump = Files.write(folder.resolve("stump"), Arrays.copyOf(bytes, 5));

    assertThatThrownBy(() -> TraceFiles.read(half))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining(half + ":")
        .hasMessageContaining("cannot be read beyond this line");
    assertThatThrownBy(() -> TraceFiles.read(stump))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(stump + ": is a broken gzip file");
  }
}
