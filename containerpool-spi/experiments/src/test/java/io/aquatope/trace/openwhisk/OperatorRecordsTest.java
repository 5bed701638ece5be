/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.input.LeftOut;
import io.aquatope.trace.input.ReadTrace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records as operators have them: what is left out, what is assumed, and what is an error. */
@Timeout(60)
final class OperatorRecordsTest {

  @TempDir private Path folder;
  private TraceFiles files = new TraceFiles(Path.of(""));

  @BeforeEach
  void setUp() {
    files = new TraceFiles(folder);
  }

  private static ActivationSample sample(int number, int waits, int init) {
    return new ActivationSample(
        String.format(Locale.ROOT, "%032x", number),
        "f",
        ActivationSample.BEGIN + 60_000L * number,
        waits,
        init,
        100,
        256,
        "nodejs:20");
  }

  private ReadTrace read(ObjectNode... records) throws IOException {
    return TraceFiles.read(
        files.write(
            "records", Arrays.stream(records).map(ObjectNode::toString).toArray(String[]::new)));
  }

  @Test
  void anActivationThatIsReadTwiceCountsOnce() throws IOException {
    ObjectNode record = sample(1, 8, 0).toRecord();

    ReadTrace read = read(record, record, sample(2, 8, 0).toRecord());

    assertThat(read.trace().size()).isEqualTo(2);
    assertThat(read.leftOut()).extracting(LeftOut::count).containsExactly(1L);
    assertThat(read.remarks())
        .containsExactly(
            "left out records of activations that were read before (1):"
                + " each activation counts once");
  }

  @Test
  void healthTestsOfInvokersAreNoLoad() throws IOException {
    ObjectNode test = sample(2, 400_000_000, 0).toRecord();
    test.put("namespace", "whisk.system").put("name", "invokerHealthTestAction0");

    ReadTrace read = read(sample(1, 8, 0).toRecord(), test);

    assertThat(read.trace().size()).isOne();
    assertThat(read.leftOut()).singleElement().hasToString(read.remarks().get(0));
    assertThat(read.remarks().get(0)).contains("health tests", "(1)");
  }

  @Test
  void aNegativeWaitIsNone() throws IOException {
    ReadTrace read = read(sample(1, -250, 0).toRecord());

    assertThat(read.trace().start().toEpochMilli() + read.trace().offsetMicros(0) / 1000)
        .isEqualTo(ActivationSample.BEGIN + 60_000);
    assertThat(read.remarks())
        .containsExactly(
            "activations with a negative wait (1 of 1), as clocks of two hosts differ: 0 is taken");
  }

  @Test
  void triggersAndRulesHaveNoDuration() throws IOException {
    ObjectNode trigger = sample(2, 0, 0).fields();
    trigger.remove("duration");
    ObjectNode stored = trigger.deepCopy().put("end", 0);
    trigger.remove("end");

    ReadTrace read = read(sample(1, 8, 0).toRecord(), trigger, stored);

    assertThat(read.trace().size()).isOne();
    assertThat(read.remarks())
        .containsExactly(
            "2 records of triggers, sequences or compositions: no container ran for them:"
                + " 2 records of triggers or rules");
  }

  @Test
  void oldRecordsOfActionsHaveNoKindAndNoDuration() throws IOException {
    ObjectNode old = sample(1, 0, 0).fields();
    old.remove("duration");

    ReadTrace read = read(old);

    assertThat(read.trace().runMicros(0)).isEqualTo(100_000);
    assertThat(read.trace().functions().get(0).spec().kind()).isEqualTo("unrecorded");
    assertThat(read.assumptions())
        .contains(
            "activations without their runtime (1 of 1): they count as of one runtime of their own",
            "activations without their memory (1 of 1): 256 MB are taken");
  }

  @Test
  void eventsOfMetricsAreLeftOut() throws IOException {
    String metric =
        "{\"body\":{\"metricName\":\"ConcurrentInvocations\",\"metricValue\":1},"
            + "\"eventType\":\"Metric\",\"namespace\":\"guest\",\"timestamp\":1700000000000}";
    Path file =
        files.write("events", metric, RecordForm.EVENTS.text(List.of(sample(1, 8, 0))), metric);

    ReadTrace read = TraceFiles.read(file);

    assertThat(read.trace().size()).isOne();
    assertThat(read.leftOut()).extracting(LeftOut::count).containsExactly(2L);
  }

  @Test
  void rowsWithoutTheirDocumentAreNamedWithTheOptionThatIsMissing() throws IOException {
    Path file =
        files.write(
            "rows", "{\"rows\":[", "{\"id\":\"a\",\"key\":\"a\",\"value\":{\"rev\":\"1\"}}]}");

    assertThatThrownBy(() -> TraceFiles.read(file))
        .hasMessageContaining("rows of CouchDB without the document (1)")
        .hasMessageContaining("include_docs=true");
  }

  /** Stem cells serve most starts here, and only two had to wait for a new container. */
  @Test
  void coldStartsAreThoseOfNewContainersOnly() throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      records.add(sample(i, 8, 0).toRecord());
      records.add(sample(100 + i, 10 + i % 3, 60).toRecord());
    }
    records.add(sample(200, 568, 200).toRecord());
    records.add(sample(201, 568, 200).toRecord());

    ReadTrace read = read(records.toArray(ObjectNode[]::new));

    assertThat(read.trace().functions())
        .extracting(TraceFunction::coldStartMicros)
        .containsExactly(OptionalLong.of(760_000));
    assertThat(read.assumptions())
        .containsExactly(
            "cold starts are estimated from 2 starts of new containers in the trace (2 nodejs:20);"
                + " starts from stem cells (20) do not count, as they waited for no container");
  }

  @Test
  void startsInSequencesOfOldReleasesTellNoColdStart() throws IOException {
    ObjectNode component = sample(2, 0, 60).toRecord();
    component.withArray("annotations").remove(1);

    ReadTrace read = read(sample(1, 8, 0).toRecord(), component);

    assertThat(read.trace().functions().get(0).coldStartMicros()).isEmpty();
    assertThat(read.assumptions())
        .anyMatch(text -> text.contains("starts without a recorded wait (1), as in sequences"));
  }

  @Test
  void waitsOfFewDifferentValuesTakeNoLonger() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      lines.append(sample(i, 8, 0).toRecord()).append('\n');
    }

    assertThat(TraceFiles.read(files.write("many", lines.toString())).trace().size())
        .isEqualTo(60_000);
  }

  @Test
  void aRecordOfAnotherTimeIsLeftOutWithBadLines() throws IOException {
    Path file =
        files.write(
            "records",
            sample(1, 8, 0).toRecord().toString(),
            sample(2, 8, 0).toRecord().toString(),
            sample(3, 8, 0).toRecord().put("start", 0).toString());

    ReadTrace read = TraceFiles.readSkipping(file);

    assertThat(read.trace().size()).isEqualTo(2);
    assertThat(read.leftOut()).extracting(LeftOut::count).containsExactly(1L);
  }

  @Test
  void whatCannotBeReadIsNamedForWhatItIs() throws IOException {
    Path rar =
        Files.write(
            folder.resolve("records.json"),
            "Rar!\u001a\u0007\u0000 and more".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> TraceFiles.read(rar))
        .hasMessage(
            rar
                + ": is a RAR archive, expected text in UTF-8 or UTF-16, or one in a gzip, zip or"
                + " tar file");
  }
}
