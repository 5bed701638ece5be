/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.input.BoundedReader;
import io.aquatope.trace.input.ContainersPerMinute;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, or made to break a reader: errors that name the file, line and cause. */
@Timeout(60)
final class HostileFilesTest {

  private static final long IN_2025 = 1_750_000_000_000L;

  @TempDir private Path folder;
  private TraceFiles files = new TraceFiles(Path.of(""));

  @BeforeEach
  void setUp() {
    files = new TraceFiles(folder);
  }

  private static String record(String start, String duration, String limits) {
    return """
    {"namespace":"guest","name":"f","version":"0.0.1","start":%s,"duration":%s,"annotations":[\
    {"key":"kind","value":"nodejs:20"},{"key":"limits","value":%s}]}"""
        .formatted(start, duration, limits);
  }

  private static String record(String start) {
    return record(start, "5", "{}");
  }

  /** The parser tells no place of what is nested more deeply than it allows. */
  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "{\"a\":%s}", "[{\"a\":%s}]", "[[%s]]", "{\"a\":[%s]}"})
  void deepNestingIsAnErrorOfItsLine(String pattern) throws IOException {
    String before = pattern.substring(0, pattern.indexOf('%'));
    String after = pattern.substring(pattern.indexOf('s') + 1);
    for (int depth : new int[] {999, 1_000, 1_001, 5_000, 200_000}) {
      Path file = files.write("nested", before.repeat(depth) + after.repeat(depth));
      assertThatThrownBy(() -> TraceFiles.read(file))
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith(file + ":1: ");
      assertThatThrownBy(() -> TraceFiles.readSkipping(file))
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith(file + ":");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e18",
        "1000000000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "1e999999999",
        "99999999999999999999999999999999",
        "\"1750000000000\"",
        "true",
        "null",
        "[1750000000000]",
        "{\"a\":1}",
        "1750000000000000"
      })
  void aNumberThatIsNoTimeIsNamed(String number) throws IOException {
    for (String bad : new String[] {record(number), record("" + IN_2025, number, "{}")}) {
      Path file = files.write("records", record("" + IN_2025), bad);
      assertThatThrownBy(() -> TraceFiles.read(file))
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith(file + ":2: ")
          .hasMessageMatching("(?s).*('start'|'duration'|no JSON).*");
      assertThat(TraceFiles.readSkipping(file).trace().size()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "memory, 1000000000000",
    "memory, 1048577",
    "memory, 0",
    "memory, -1",
    "memory, 4294967552",
    "memory, 1e400",
    "memory, '\"256 MB\"'",
    "memory, '[256]'",
    "concurrency, 0",
    "concurrency, 4294967297"
  })
  void aLimitThatIsNoneIsNamedAsItIsWritten(String limit, String value) throws IOException {
    String limits = "{\"%s\":%s}".formatted(limit, value);
    Path file = files.write("records", record("" + IN_2025, "5", limits));
    assertThatThrownBy(() -> TraceFiles.read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + ":1: ")
        .hasMessageMatching("(?s).*('" + limit + "' is |no JSON).*")
        .hasMessageNotContaining("-727379968");
  }

  /** A replay goes second by second, and would take fifty-five years of them. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "946684800000", "7000000000000", "1610000000000"})
  void aRecordOfAnotherTimeIsNamedBesideTheOthers(String start) throws IOException {
    Path file = files.write("records", record("" + IN_2025), record(start), record("" + IN_2025));
    assertThatThrownBy(() -> TraceFiles.read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining(file + ":2")
        .hasMessageContaining("expected at most 1100 days");
  }

  @Test
  void aLongTraceIsRemarkedOn() throws IOException {
    Path file = files.write("records", record("" + IN_2025), record("1720000000000"));
    assertThat(TraceFiles.read(file).remarks())
        .singleElement()
        .asString()
        .contains("lasts 347 days");
  }

  @Test
  void aByteOrderMarkIsLeftOut() throws IOException {
    String object = record("" + IN_2025);
    for (String text : new String[] {object, "[" + object + "]", "\n" + object}) {
      Path file = files.write("marked", "\uFEFF" + text);
      assertThat(TraceFiles.read(file).trace().size()).isOne();
    }
    Path table = files.write("table", "\uFEFFapp,func,end_timestamp,duration", "a,f,10.5,0.25");
    assertThat(TraceFiles.read(table).trace().size()).isOne();
    Path packed = files.writePacked("packed", "\uFEFF" + object);
    assertThat(TraceFiles.read(packed).trace().size()).isOne();
  }

  @Test
  void severalArraysAreReadAndOtherTextBehindOneIsNamed() throws IOException {
    String array = "[" + record("" + IN_2025) + "]";
    assertThat(TraceFiles.read(files.write("pages", array, array)).trace().size()).isEqualTo(2);
    Path file = files.write("tail", array, "{}");
    assertThatThrownBy(() -> TraceFiles.read(file))
        .hasMessage(file + ":2: text behind the array, expected none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app,func,end_timestamp,duration,duration | a,f,10.5,0.25,0.25 | duration",
        "app,func,end_timestamp, duration ,duration | a,f,10.5,0.25,0.25 | duration",
        "func,app,func,end_timestamp,duration | a,f,b,10.5,0.25 | func",
        "HashApp,HashFunction,1,2,2 | a,f,0,1,1 | 2",
        "HashApp,HashFunction,1,2,02 | a,f,0,1,1 | 02",
        "HashApp,average_mem_mb,1,1 | a,128,0,1 | 1"
      })
  void aColumnThatIsThereTwiceIsNamed(String header, String row, String column) throws IOException {
    Path file = files.write("twice", header, row);
    assertThatThrownBy(() -> read(file))
        .hasMessage(file + ": the header has the column '" + column + "' twice, expected it once");
  }

  /** As whatever the file begins like. */
  private void read(Path file) throws IOException {
    if (ContainersPerMinute.recognises(file)) {
      ContainersPerMinute.read(file);
    } else if (new TraceFile(file).start().contains("HashFunction")) {
      files.durationsAndMemoryOfOne();
      TraceFiles.readSkipping(folder);
    } else {
      TraceFiles.readSkipping(file);
    }
  }

  @Test
  void columnsWithoutANameMayBeThereTwice() throws IOException {
    Path file = files.write("table", "app,func,end_timestamp,duration,,", "a,f,10.5,0.25,,");
    assertThat(TraceFiles.read(file).trace().size()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app,func,end_timestamp,duration", "activations", "[]", "[\n]"})
  void aFileWithoutActivationsIsAnError(String text) throws IOException {
    Path file = files.write("none", text);
    assertThatThrownBy(() -> TraceFiles.read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessage(file + ": has no activation that ran in a container, expected some");
  }

  @Test
  void aTableOfNothingButBadLinesSaysHowMany() throws IOException {
    Path file = files.write("none", "app,func,end_timestamp,duration", "a,f,x,y", "a,f");
    assertThatThrownBy(() -> TraceFiles.readSkipping(file))
        .hasMessage(
            file
                + ": has no activation that ran in a container ("
                + file
                + ": 2 bad lines), expected some");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "1e18", "1e9", "Infinity", "NaN", "-1", "", "0x1p3000", "1e-999x"})
  void aNumberOfATableIsNamedWithItsColumn(String number) throws IOException {
    Path file = files.write("table", "app,func,end_timestamp,duration", "a,f,10.5," + number);
    assertThatThrownBy(() -> TraceFiles.read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + ":2: duration is '" + number + "'");
  }

  @Test
  void aNumberOfAMegabyteIsShownInPart() throws IOException {
    String number = "9".repeat(1 << 20);
    Path table = files.write("table", "app,func,end_timestamp,duration", "a,f,10.5," + number);
    assertThatThrownBy(() -> TraceFiles.read(table))
        .hasMessageStartingWith(table + ":2: duration is '" + "9".repeat(60) + "…', expected")
        .message()
        .hasSizeLessThan(1_000);
    Path json = files.write("json", record(number));
    assertThatThrownBy(() -> TraceFiles.read(json))
        .hasMessageStartingWith(json + ":1: ")
        .message()
        .hasSizeLessThan(1_000);
  }

  /** Some kilobytes of gzip that unpack to more than a reader may hold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"namespace\":\"%s\"}     | 0    | line",
        "{\"a\":[%s0]}                | 1,   | line",
        "[{\"namespace\":\"%s\"}]   | 0    | record",
        "[{\"a\":[%s0]}]              | 1,   | record",
        "[%s0]                          | 1    | record",
        "{\\n\"a\":[\\n%s0]}      | 1,\\n | record",
        "app,func,end_timestamp,duration\\na,f,%s | 0 | line",
        "app,func,end_timestamp,duration\\na,f,%s | 1, | line",
        "HashApp,HashFunction,1\\na,f,%s | 0 | line",
        "HashApp,average_mem_mb,1\\nf,128,%s | 0 | line"
      })
  void aRecordOfGigabytesIsGivenUpWithItsLine(String pattern, String filling, String piece)
      throws IOException {
    Path file = bomb(pattern.strip().replace("\\n", "\n"), filling.replace("\\n", "\n"));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageMatching(
            "(?s)\\Q"
                + file
                + "\\E:\\d+: (a "
                + piece
                + " of more than 16 million|no CSV|no JSON).*")
        .message()
        .hasSizeLessThan(1_000);
  }

  private Path bomb(String pattern, String filling) throws IOException {
    Path file = folder.resolve("bomb");
    byte[] million = filling.repeat((1 << 20) / filling.length()).getBytes(StandardCharsets.UTF_8);
    int at = pattern.indexOf("%s");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(pattern.substring(0, at).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < (BoundedReader.LONGEST >> 20) + 4; i++) {
        out.write(million);
      }
      out.write(pattern.substring(at + 2).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void aTableOfMoreCallsThanFitIntoMemoryIsAnErrorOfItsLine() throws IOException {
    String[] minutes = new String[1440];
    Arrays.fill(minutes, "10000000");
    StringBuilder header = new StringBuilder("HashOwner,HashApp,HashFunction,Trigger");
    for (int minute = 1; minute <= minutes.length; minute++) {
      header.append(',').append(minute);
    }
    Path file = files.write("i.csv", header.toString(), "o,a,f,http," + String.join(",", minutes));
    files.durationsAndMemoryOfOne();
    assertThatThrownBy(() -> TraceFiles.read(folder))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageStartingWith(file + ":2: activation ")
        .hasMessageContaining("do not fit into the memory");
  }
}
