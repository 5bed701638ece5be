/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.TextExcerpt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Layouts of a row of a table of measurements; the header identifies the layout. */
enum ProfileFormat {
  /** One run of one container, with its limits. */
  CONTAINER(
      "function",
      "input",
      "memory_mib",
      "cpu_millicores",
      "instance_type",
      "response_delay_s",
      "status_code") {
    @Override
    Measurement parse(NamedCsvRecord row) {
      return new Measurement(
          new ProfileKey(
              row.getField("function"), row.getField("input"), row.getField("instance_type")),
          new StageConfiguration(
              positive(row, "cpu_millicores") / 1000, positive(row, "memory_mib") / 1024),
          StageRun.warm(
              positive(row, "response_delay_s"),
              row.getField("status_code").strip().equals("200")));
    }
  },
  /**
   * One run of a stage that is spread over {@code num_func} functions of {@code memory_mb} on AWS
   * Lambda, its time split into phases. The slowest functions end a stage, so its latency is the
   * sum of the phases' 95th percentiles. A cold phase of a second or more is a start; a shorter one
   * is the remainder outside the other phases. The stage has the CPU of all its functions, one core
   * per {@value #LAMBDA_MIB_PER_CORE} MB (AWS Lambda Developer Guide), and the memory of each.
   */
  PHASES(
      "workflow",
      "stage",
      "memory_mb",
      "num_func",
      "cold_p95_s",
      "read_p95_s",
      "compute_p95_s",
      "write_p95_s") {
    @Override
    Measurement parse(NamedCsvRecord row) {
      double memory = positive(row, "memory_mb");
      return new Measurement(
          new ProfileKey(row.getField("workflow") + "/" + row.getField("stage"), "", ""),
          new StageConfiguration(
              positive(row, "num_func") * memory / LAMBDA_MIB_PER_CORE, memory / 1024),
          new StageRun(
              Stream.of("cold_p95_s", "read_p95_s", "compute_p95_s", "write_p95_s")
                  .mapToDouble(phase -> number(row, phase))
                  .sum(),
              true,
              startSeconds(number(row, "cold_p95_s"))));
    }
  };

  static final double LAMBDA_MIB_PER_CORE = 1769;

  private static final double SHORTEST_START_SECONDS = 1;

  /** Upper bound of every value: thirty years in seconds, a petabyte in MB, a million cores. */
  private static final double MOST = 1e9;

  private final ImmutableList<String> columns;

  ProfileFormat(String... columns) {
    this.columns = ImmutableList.copyOf(columns);
  }

  /**
   * One row.
   *
   * @param key the table it belongs to
   * @param configuration of the run
   * @param run its result
   */
  record Measurement(ProfileKey key, StageConfiguration configuration, StageRun run) {}

  /**
   * The format whose columns the header contains; other columns are ignored.
   *
   * @throws IllegalArgumentException naming the missing columns
   */
  static ProfileFormat of(List<String> header) {
    return Arrays.stream(values())
        .filter(format -> header.containsAll(format.columns))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "expected the columns %s or %s; found %s",
                        CONTAINER.columns,
                        PHASES.columns,
                        header)));
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException naming the column of a value that cannot be parsed
   */
  abstract Measurement parse(NamedCsvRecord row);

  private static double startSeconds(double coldSeconds) {
    return coldSeconds < SHORTEST_START_SECONDS ? 0 : coldSeconds;
  }

  private static double positive(NamedCsvRecord row, String column) {
    double value = number(row, column);
    if (value > 0) {
      return value;
    }
    throw notANumber("a positive number", row, column);
  }

  private static double number(NamedCsvRecord row, String column) {
    OptionalDouble value = NumberText.decimal(row.getField(column));
    if (value.isPresent() && Math.abs(value.getAsDouble()) <= MOST) {
      return value.getAsDouble();
    }
    throw notANumber("a number", row, column);
  }

  private static IllegalArgumentException notANumber(
      String expected, NamedCsvRecord row, String column) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "column %s: expected %s, found '%s'",
            column,
            expected,
            TextExcerpt.of(row.getField(column))));
  }
}
