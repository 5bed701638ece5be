/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenWhiskReaderTest {

  private static final long START = Instant.parse("2026-03-02T10:00:30Z").toEpochMilli();
  private static final String SEQUENCE =
      """
      {"namespace":"guest","name":"seq","version":"0.0.1","start":1,"end":2,"duration":1,\
      "annotations":[{"key":"kind","value":"sequence"}]}\
      """;

  @TempDir Path folder;
  private TraceFiles files;

  @BeforeEach
  void setUp() {
    files = new TraceFiles(folder);
  }

  /**
   * A record as OpenWhisk writes it: the duration contains the init, the start follows the wait.
   */
  private static String activation(String name, long start, long wait, long duration, String more) {
    return String.format(
        Locale.ROOT,
        """
        {"activationId":"0","namespace":"guest","name":"%s","version":"0.0.2","start":%d,"end":%d,\
        "duration":%d,"response":{"statusCode":0},"logs":[],"annotations":[\
        {"key":"path","value":"whisk.system/pkg/%s"},{"key":"waitTime","value":%d},\
        {"key":"kind","value":"nodejs:20"},{"key":"timeout","value":false},\
        {"key":"limits","value":{"concurrency":3,"logs":10,"memory":512,"timeout":60000}}%s]}\
        """,
        name,
        start,
        start + duration,
        duration,
        name,
        wait,
        more);
  }

  private static String init(long millis) {
    return ",{\"key\":\"initTime\",\"value\":" + millis + "}";
  }

  @Test
  void anActivationArrivesBeforeItsWaitAndRunsWithoutItsInit() throws IOException {
    Path file = files.write("records", activation("f", START, 700, 250, init(200)));

    Trace trace = TraceFiles.read(file).trace();

    assertThat(trace.start()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(trace.offsetMicros(0)).isEqualTo((30_000 - 700) * 1000);
    assertThat(trace.runMicros(0)).isEqualTo(50_000);
  }

  @Test
  void aFunctionHasTheLimitsKindAndVersionOfItsRecords() throws IOException {
    Path file = files.write("records", activation("f", START, 0, 1, ""));

    TraceFunction function = TraceFiles.read(file).trace().functions().get(0);

    assertThat(function.spec().id()).hasToString("guest:whisk.system/pkg/f@0.0.2");
    assertThat(function.spec().kind()).isEqualTo("nodejs:20");
    assertThat(function.spec().memoryMb()).isEqualTo(512);
    assertThat(function.spec().maxConcurrent()).isEqualTo(3);
    assertThat(function.app()).isEqualTo("whisk.system/pkg");
  }

  @Test
  void theColdStartIsTheExtraWaitAndTheInit() throws IOException {
    Path file =
        files.write(
            "records",
            activation("f", START, 700, 250, init(200)),
            activation("f", START + 1000, 40, 10, ""),
            activation("f", START + 2000, 60, 10, ""),
            activation("warm", START, 5, 10, ""));

    assertThat(TraceFiles.read(file).trace().functions())
        .extracting(TraceFunction::coldStartMicros)
        .containsExactly(OptionalLong.of((700 - 50 + 200) * 1000), OptionalLong.empty());
  }

  @Test
  void recordsWithoutAContainerAreCountedAndLeftOut() throws IOException {
    Path file = files.write("records", SEQUENCE, activation("f", START, 0, 1, ""));

    ReadTrace read = TraceFiles.read(file);

    assertThat(read.trace().size()).isOne();
    assertThat(read.remarks())
        .containsExactly(
            "1 records of triggers, sequences or compositions: no container ran for them");
  }

  @Test
  void stagesOfASequenceArriveByThemselves() throws IOException {
    String caused = ",{\"key\":\"causedBy\",\"value\":\"sequence\"}";
    Path file = files.write("records", activation("f", START, 0, 1, caused));

    Trace trace = TraceFiles.read(file).trace();

    assertThat(trace.follows(0)).isFalse();
    assertThat(trace.functions().get(0).trigger()).isEqualTo(TriggerKind.ORCHESTRATION);
  }

  @Test
  void anArrayAndThePrintOfTheCommandLineAreReadAsWell() throws IOException {
    String first = activation("f", START, 0, 1, "");
    String second = activation("g", START + 1, 0, 1, "");
    Path array = files.write("array", "[", "  " + first + ",", "  " + second, "]");
    Path printed = files.write("printed", "activations", spread(first), spread(second));

    Trace expected = TraceFiles.read(files.write("lines", first, "", second)).trace();

    assertThat(TraceFiles.read(array).trace())
        .usingRecursiveComparison()
        .ignoringFields("name")
        .isEqualTo(expected);
    assertThat(TraceFiles.read(printed).trace())
        .usingRecursiveComparison()
        .ignoringFields("name")
        .isEqualTo(expected);
  }

  private static String spread(String record) {
    return "{\n" + record.substring(1, record.length() - 1).replace(",\"", ",\n    \"") + "\n}";
  }

  @Test
  void aBadRecordIsNamedWithItsLineAndCanBeSkipped() throws IOException {
    Path file =
        files.write(
            "records",
            activation("f", START, 0, 1, ""),
            "{\"namespace\":\"guest\",",
            activation("f", START, 0, -1, ""),
            "{\"namespace\":\"guest\"}");

    assertThatThrownBy(() -> TraceFiles.read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageMatching("(?s).*records:[23]: no JSON, expected an activation record.*");
    ReadTrace skipping = TraceFiles.readSkipping(file);
    assertThat(skipping.trace().size()).isOne();
    assertThat(skipping.skippedLines()).isEqualTo(Map.of(file, 3L));
  }

  @Test
  void whatIsMissingOrWrongIsNamed() throws IOException {
    Path negative = files.write("negative", activation("f", START, 0, -1, ""));
    Path other = files.write("other", "{\"namespace\":\"guest\"}");
    Path inArray = files.write("array", "[" + SEQUENCE + ",", "{\"start\":5}]");

    assertThatThrownBy(() -> TraceFiles.read(negative))
        .hasMessage(negative + ":1: 'duration' is -1, expected milliseconds, not negative");
    assertThatThrownBy(() -> TraceFiles.read(other))
        .hasMessage(other + ":1: 'start' is missing, expected milliseconds, not negative");
    assertThatThrownBy(() -> TraceFiles.read(inArray))
        .hasMessage(inArray + ":2: has no text 'namespace', expected an activation record");
  }

  @Test
  void anArrayThatWasCutShortIsAnErrorEvenWhenBadLinesAreSkipped() throws IOException {
    Path file = files.write("array", "[" + SEQUENCE + ",");

    assertThatThrownBy(() -> TraceFiles.readSkipping(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("no JSON");
  }
}
