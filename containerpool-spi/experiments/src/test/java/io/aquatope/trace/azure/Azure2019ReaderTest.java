/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.trace.input.StatedAssumptions;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Azure2019ReaderTest {

  private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);

  @TempDir Path folder;
  private TraceFiles files;

  @BeforeEach
  void setUp() {
    files = new TraceFiles(folder);
  }

  @Test
  void countsBecomeArrivalsWithinTheirMinute() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,http,2,0,3");

    Trace trace = TraceFiles.read(folder).trace();

    assertThat(offsets(trace).map(at -> at / MINUTE)).containsExactly(0L, 0L, 2L, 2L, 2L);
    assertThat(trace.durationMicros()).isEqualTo(3 * MINUTE);
    assertThat(trace.start()).isEqualTo(Instant.parse("2019-07-15T00:00:00Z"));
  }

  @Test
  void functionsHaveTheMemoryOfTheirAppRoundedUpAndTheTrigger() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,queue,1,0,0");

    TraceFunction function = TraceFiles.read(folder).trace().functions().get(0);

    assertThat(function.spec().memoryMb()).isEqualTo(100);
    assertThat(function.spec().id()).hasToString("o:a/f");
    assertThat(function.trigger()).isEqualTo(TriggerKind.QUEUE);
    assertThat(function.app()).isEqualTo("a");
  }

  @Test
  void aTimerFiresAtOneSecondOfTheMinute() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,timer,1,1,1");

    Trace trace = TraceFiles.read(folder).trace();

    assertThat(offsets(trace).map(at -> at % MINUTE).distinct()).hasSize(1);
    assertThat(trace.offsetMicros(0) % TimeUnit.SECONDS.toMicros(1)).isZero();
  }

  @Test
  void aTimerThatIsFasterThanAMinuteIsSpread() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,timer,6,0,0");

    assertThat(offsets(TraceFiles.read(folder).trace()).distinct()).hasSize(6);
  }

  @Test
  void runTimesFollowThePercentiles() throws IOException {
    files.durations("o,a,f,0,0,0,0,10,20,100,200,400,1000,5000");
    files.memory("o,a,1,1");
    files.invocations("o,a,f,http,20000,0,0");

    Trace trace = TraceFiles.read(folder).trace();

    long[] millis =
        IntStream.range(0, trace.size())
            .mapToLong(i -> trace.runMicros(i) / 1000)
            .sorted()
            .toArray();
    assertThat((double) millis[5_000]).isBetween(95.0, 105.0);
    assertThat((double) millis[10_000]).isBetween(190.0, 210.0);
    assertThat((double) millis[15_000]).isBetween(380.0, 420.0);
    assertThat(millis[0]).isGreaterThanOrEqualTo(10);
    assertThat(millis[19_999]).isBetween(1_000L, 5_000L);
  }

  @Test
  void whatIsDrawnDependsOnTheSeedAndTheFunctionButNotOnTheOrderOfLines() throws IOException {
    files.durations("o,a,f,0,0,0,0,10,20,100,200,400,1000,5000", "o,a,g,0,0,0,0,1,2,3,4,5,6,7");
    files.memory("o,a,1,1");
    files.invocations("o,a,f,http,5,5,5", "o,a,g,http,4,4,4");
    Trace trace = TraceFiles.read(folder).trace();
    files.invocations("o,a,g,http,4,4,4", "o,a,f,http,5,5,5");
    Trace turned = TraceFiles.read(folder).trace();

    assertThat(offsets(turned)).containsExactlyElementsOf(offsets(trace).boxed().toList());
    assertThat(IntStream.range(0, 27).mapToLong(turned::runMicros))
        .containsExactlyElementsOf(
            IntStream.range(0, 27).mapToLong(trace::runMicros).boxed().toList());
  }

  @Test
  void theTablesAreRecognisedInAnyOrderAndByAnyName() throws IOException {
    Path invocations = files.writePacked("x", TraceFiles.INVOCATIONS, "o,a,f,http,1,1,1");
    Path durations = files.durations("o,a,f,1,1,1,1,1,1,1,1,1,1,1");
    Path memory = files.memory("o,a,1,1");

    assertThat(TraceFiles.read(memory, invocations, durations).trace().size()).isEqualTo(3);
  }

  @Test
  void minutesOfTheDayAreCountedFromOne() throws IOException {
    files.durationsAndMemoryOfOne();
    files.write("invocations.csv", "HashApp,HashFunction,Trigger,481,482", "a,f,http,1,1");

    assertThat(TraceFiles.read(folder).trace().start())
        .isEqualTo(Instant.parse("2019-07-15T08:00:00Z"));
  }

  @Test
  void daysFollowEachOtherAndShareTheirFunctions() throws IOException {
    files.write("invocations.anon.d02.csv", TraceFiles.INVOCATIONS, "o,a,f,http,1,0,0");
    files.write("invocations.anon.d01.csv", TraceFiles.INVOCATIONS, "o,a,f,http,1,0,0");
    files.write("durations.anon.d01.csv", TraceFiles.DURATIONS, "o,a,f,1,1,1,1,7,7,7,7,7,7,7");
    files.write("memory.anon.d01.csv", TraceFiles.MEMORY, "o,a,1,64");

    Trace trace = TraceFiles.read(folder).trace();

    assertThat(trace.functions()).hasSize(1);
    assertThat(offsets(trace).map(at -> at / MINUTE)).containsExactly(0L, 24 * 60L);
    assertThat(trace.durationMicros()).isEqualTo((24 * 60 + 3) * MINUTE);
    assertThat(trace.runMicros(1)).isEqualTo(7_000);
  }

  @Test
  void functionsWithoutRunTimesOrMemoryHaveTheMedianAndAreCounted() throws IOException {
    files.durations(
        "o,a,f,1,1,1,1,2,2,2,2,2,2,2",
        "o,a,g,1,1,1,1,4,4,4,4,4,4,4",
        "o,a,h,1,1,1,1,9,9,9,9,9,9,9");
    files.memory("o,a,1,64");
    files.invocations("o,b,unknown,http,1,0,0");

    ReadTrace read = TraceFiles.read(folder);

    assertThat(read.trace().runMicros(0)).isEqualTo(4_000);
    assertThat(read.trace().functions().get(0).spec().memoryMb()).isEqualTo(64);
    assertThat(read.remarks())
        .containsExactly(
            "1 lines of invocations without run times: the median over all functions is taken",
            "1 functions without memory: the median over all, 64 MB, is taken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "o,a,f,http,1,many,0    | field 6 is 'many', expected a whole number from 0 to 10,000,000",
        "o,a,f,http,1,-1,0      | field 6 is '-1', expected a whole number from 0 to 10,000,000",
        "o,a,f,http,1,1e99,0    | field 6 is '1e99', expected a whole number",
        "o,a,f,http,1,99999999,0| field 6 is '99999999', expected a whole number",
        "o,a,f,http,1,0         | 6 fields, expected 7",
        "o,a,f,http,1,0,0,0     | 8 fields, expected 7",
        "o,a,f,moon,1,0,0       | Trigger is 'moon', expected http, timer",
        "o,a,g,http,1,0,0       | second line for function o:a/g, expected one",
      })
  void aBadLineIsNamedAndCanBeSkipped(String line, String problem) throws IOException {
    files.durationsAndMemoryOfOne();
    Path invocations = files.invocations("o,a,g,http,1,0,0", line, "o,a,h,http,1,0,0");

    assertThatThrownBy(() -> TraceFiles.read(folder))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(invocations + ":3: " + problem);
    ReadTrace skipping = TraceFiles.readSkipping(folder);
    assertThat(skipping.trace().size()).isEqualTo(2);
    assertThat(skipping.skippedLines()).isEqualTo(Map.of(invocations, 1L));
  }

  @Test
  void percentilesHaveToAscend() throws IOException {
    files.invocations("o,a,f,http,1,0,0");
    files.memory("o,a,1,1");
    Path durations = files.durations("o,a,f,1,1,1,1,5,4,5,5,5,5,5");

    assertThatThrownBy(() -> TraceFiles.read(folder))
        .hasMessage(
            durations
                + ":2: percentile_Average_1 is 4.0, expected at least the percentile before,"
                + " 5.0");
  }

  /** As in the official days, whose tables have some lines twice. */
  @Test
  void ofTwoLinesOfOneFunctionTheOneWithMoreSamplesCounts() throws IOException {
    files.invocations("o,a,f,http,1,0,0");
    Path durations =
        files.durations("o,a,f,1,40,1,1,4,4,4,4,4,4,4", "o,a,f,1,100,1,1,9,9,9,9,9,9,9");
    files.memory("o,a,60,120", "o,a,30,140");

    ReadTrace read = TraceFiles.read(folder);

    assertThat(read.trace().runMicros(0)).isEqualTo(9_000);
    assertThat(read.trace().functions().get(0).spec().memoryMb()).isEqualTo(120);
    assertThat(read.remarks())
        .contains(
            durations
                + ": 1 line for [HashOwner, HashApp, HashFunction] that had one before: of each,"
                + " the line with more samples counts");
  }

  @Test
  void statedValuesTakeThePlaceOfTables() throws IOException {
    Path invocations = files.invocations("o,a,f,http,2,0,0");

    ReadTrace read =
        TraceReader.newBuilder()
            .options(
                new ReaderOptions(
                    false, new StatedAssumptions(OptionalLong.of(250_000), OptionalInt.of(384))))
            .build()
            .read(List.of(invocations));

    assertThat(read.trace().size()).isEqualTo(2);
    assertThat(read.trace().runMicros(0)).isEqualTo(250_000);
    assertThat(read.trace().functions().get(0).spec().memoryMb()).isEqualTo(384);
    assertThat(read.remarks()).isEmpty();
    assertThat(read.assumptions())
        .containsExactly(
            "calls whose run time is not in the trace take 250 ms: by --duration",
            "functions whose memory is not in the trace have 384 MB: by --function-memory");
    assertThatThrownBy(() -> TraceFiles.read(folder))
        .hasMessageContaining("or --duration with a run time for all calls");
  }

  @Test
  void countsMayBeDecimalsOrMissing() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,http,2.0,,1e0");

    assertThat(TraceFiles.read(folder).trace().size()).isEqualTo(3);
  }

  @Test
  void aTableThatIsMissingIsNamed() throws IOException {
    Path invocations = files.invocations("o,a,f,http,1,0,0");

    assertThatThrownBy(() -> TraceFiles.read(folder))
        .hasMessageContaining(invocations.toString())
        .hasMessageContaining("there is no table of DURATIONS")
        .hasMessageContaining("percentile_Average_0");
  }

  @Test
  void twoTablesOfOneDayAreAnError() throws IOException {
    files.durationsAndMemoryOfOne();
    files.invocations("o,a,f,http,1,0,0");
    Path second = files.write("more.csv", TraceFiles.INVOCATIONS, "o,a,f,http,1,0,0");

    assertThatThrownBy(() -> TraceFiles.read(folder))
        .hasMessageStartingWith(second + ": is a second table of INVOCATIONS of day 1");
  }

  private static LongStream offsets(Trace trace) {
    return IntStream.range(0, trace.size()).mapToLong(trace::offsetMicros);
  }
}
