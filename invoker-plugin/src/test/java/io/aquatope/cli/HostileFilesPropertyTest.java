/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Files damaged at random, given to each command that reads files: it ends in bounded time, with
 * status 0, or with one that says which file is wrong; never with a stack trace. The seed of a run
 * is printed, and repeats it as {@code @Property(seed = "…")}.
 */
class HostileFilesPropertyTest {

  private static final String RECORD =
      """
      {"namespace":"guest","name":"f","version":"0.0.1","start":17500000%s0000,"duration":250,\
      "annotations":[{"key":"kind","value":"nodejs:20"},{"key":"waitTime","value":3},\
      {"key":"initTime","value":80},{"key":"limits","value":{"concurrency":1,"memory":256}}]}
      """;

  private static final List<String> BAD_NUMBERS =
      List.of(
          "0",
          "-1",
          "1e400",
          "-1e400",
          "1e18",
          "1000000000000",
          "1e-400",
          "1e999999999",
          "NaN",
          "Infinity",
          "0x7fffffff",
          "9223372036854775808",
          "",
          "true",
          "null",
          "[]",
          "{}",
          "9".repeat(5_000),
          "0." + "0".repeat(5_000) + "1",
          "\"",
          "1750000000000");

  private static final List<String> BAD_TEXTS =
      List.of(
          "[".repeat(3_000),
          "{\"a\":".repeat(3_000),
          "\"",
          "\n",
          "\r",
          "\0",
          "\uFEFF",
          "\u2028",
          ",",
          ",,,",
          "}",
          "]",
          "{",
          "[",
          "\\",
          "\u001b[2J",
          "//",
          "#",
          "${a}",
          "include \"x\"",
          "x".repeat(70_000),
          "\t",
          "'",
          "= ",
          "+=");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static @Nullable Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("hostile");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    if (folder != null) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void aTraceOfRecordsIsReplayedOrNamed(@ForAll Random random) throws IOException {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "[");
    boolean array = text.length() > 0;
    for (int i = 0; i < 4; i++) {
      text.append(RECORD.formatted(i)).append(array && i < 3 ? "," : "");
    }
    Path file = damaged("records", text.append(array ? "]" : "").toString(), random);
    check(file, "replay", "--policy", "openwhisk", "--format", "json", "--trace", file.toString());
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aTraceOfRowsIsReplayedOrNamed(@ForAll Random random) throws IOException {
    Path file =
        damaged(
            "rows.csv",
            "app,func,end_timestamp,duration\na,f,10.5,0.25\na,g,70,1\nb,\"f,\",3000,20\n",
            random);
    check(file, "replay", "--policy", "openwhisk", "--format", "json", "--trace", file.toString());
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void aTableOfDemandIsMeasuredOrNamed(@ForAll Random random) throws IOException {
    StringBuilder csv = new StringBuilder("HashApp,average_mem_mb");
    for (int minute = 1; minute <= 12; minute++) {
      csv.append(',').append(minute);
    }
    csv.append("\na,128,1,0,1,0,1,0,1,0,1,0,1,0\nb,128,2,2,2,0,0,0,2,2,2,0,0,0\n");
    Path file = damaged("demand.csv", csv.toString(), random);
    check(file, "forecast", "--model", "last-value", "--warmup", "4", "--trace", file.toString());
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void measurementsAndAWorkflowAreTunedOrNamed(@ForAll Random random) throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n");
    for (int cpu : new int[] {250, 500, 1000}) {
      csv.append("f,i,512,").append(cpu).append(",m,").append(1000 / cpu).append(",200\n");
    }
    String workflow =
        """
        workflow { name = one, qos = 3 s, quantile = 0.9
        price { cpu-second = 1, gb-second = 0.5 }
        stages { only { function = f, input = i, instance-type = m, repeat = 2 } } }
        """;
    boolean table = random.nextBoolean();
    Path profiles =
        written("p.csv", table ? damage(csv.toString(), random) : csv.toString(), random);
    Path file = written("w.conf", table ? workflow : damage(workflow, random), random);
    check(
        table ? profiles : file,
        "tune",
        "--method",
        "random",
        "--budget",
        "2",
        "--seeds",
        "1",
        "--workflow",
        file.toString(),
        "--profiles",
        profiles.toString());
  }

  private static void check(Path damaged, String... args) {
    CommandLineFixture run =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> CommandLineFixture.run(args));
    String shown = String.join(" ", args) + "\n" + run.err();
    assertThat(run.exitCode())
        .as(shown)
        .isBetween(CommandLine.ExitCode.OK, CommandLine.ExitCode.USAGE);
    assertThat(run.err())
        .as(shown)
        .doesNotContain("\tat ")
        .doesNotContain("Exception: ")
        .doesNotContain("null\n");
    assertThat(run.err().length()).as(shown).isLessThan(20_000);
    if (run.exitCode() != CommandLine.ExitCode.OK) {
      assertThat(run.err()).as(shown).contains(String.valueOf(damaged.getParent()));
    }
  }

  private static Path damaged(String name, String text, Random random) throws IOException {
    return written(name, damage(text, random), random);
  }

  /** Packed now and then, and then cut short now and then. */
  private static Path written(String name, String text, Random random) throws IOException {
    Path file = Objects.requireNonNull(folder).resolve(name);
    boolean packed = random.nextInt(5) == 0 && !name.endsWith(".conf");
    try (OutputStream out =
        packed ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
      out.write(text.getBytes(UTF_8));
    }
    if (packed && random.nextInt(5) == 0) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
    return file;
  }

  private static String damage(String text, Random random) {
    String damaged = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = damageOnce(damaged, random);
    }
    return damaged;
  }

  private static String damageOnce(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + oneOf(BAD_TEXTS, random) + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, at);
      case 3 -> text.substring(0, end) + text.substring(at);
      default -> withNumber(text, oneOf(BAD_NUMBERS, random), random);
    };
  }

  private static String withNumber(String text, String number, Random random) {
    List<MatchResult> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.toMatchResult());
    }
    if (numbers.isEmpty()) {
      return text + number;
    }
    MatchResult replaced = oneOf(numbers, random);
    return text.substring(0, replaced.start()) + number + text.substring(replaced.end());
  }

  private static <T> T oneOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
