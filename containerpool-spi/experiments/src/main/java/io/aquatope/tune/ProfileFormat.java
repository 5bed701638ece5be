/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.trace.input.NumberText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Layouts of a row of a table of measurements; the header identifies the layout. */
enum ProfileFormat {
  /**
   * One run of one container, with its limits. Further columns may tell that the run was cold, or
   * how many of its seconds were a start. A failed run needs no latency.
   */
  CONTAINER(
      "function",
      "input",
      "memory_mib",
      "cpu_millicores",
      "instance_type",
      "response_delay_s",
      "status_code") {
    @Override
    Measurement parse(ProfileRow row, String table) {
      boolean succeeded = isSuccess(row.text("status_code"));
      OptionalDouble seconds =
          !succeeded && isNone(row.text(LATENCY))
              ? OptionalDouble.empty()
              : OptionalDouble.of(row.positive(LATENCY));
      return new Measurement(
          new ProfileKey(row.text("function"), row.text("input"), row.text("instance_type")),
          new StageConfiguration(
              row.positive("cpu_millicores") / 1000, row.positive("memory_mib") / 1024),
          new RecordedRun(
              seconds, succeeded, startSeconds(row, seconds), COLD.stream().anyMatch(row::flag)));
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
    Measurement parse(ProfileRow row, String table) {
      double memory = row.positive("memory_mb");
      return new Measurement(
          new ProfileKey(row.text("workflow") + "/" + row.text("stage"), "", ""),
          new StageConfiguration(
              row.positive("num_func") * memory / LAMBDA_MIB_PER_CORE, memory / 1024),
          RecordedRun.of(
              Stream.of("cold_p95_s", "read_p95_s", "compute_p95_s", "write_p95_s")
                  .mapToDouble(row::number)
                  .sum(),
              true,
              phaseOfStart(row.number("cold_p95_s"))));
    }
  },
  /**
   * One run of SeBS's experiment perf-cost (Copik et al., Middleware 2021): memory in MB, times in
   * microseconds. The function is the name of the file. The CPU follows the memory as on AWS
   * Lambda.
   */
  SEBS("memory", "type", "is_cold", "exec_time", "client_time") {
    @Override
    Measurement parse(ProfileRow row, String table) {
      double memory = row.positive("memory");
      String column = row.isBlank("client_time") ? "exec_time" : "client_time";
      return new Measurement(
          new ProfileKey(table, "", ""),
          new StageConfiguration(memory / LAMBDA_MIB_PER_CORE, memory / 1024),
          new RecordedRun(
              OptionalDouble.of(row.positive(column) / MICROS),
              true,
              OptionalDouble.empty(),
              row.flag("is_cold")));
    }
  };

  static final double LAMBDA_MIB_PER_CORE = 1769;

  private static final double SHORTEST_START_SECONDS = 1;
  private static final double MICROS = 1e6;
  private static final int SUCCESS = 200;
  private static final String LATENCY = "response_delay_s";

  /** Columns that tell whether a run was cold. */
  private static final List<String> COLD = List.of("is_cold", "cold", "cold_start");

  /** The column with the seconds of a start. */
  private static final String START = "cold_start_s";

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
  record Measurement(ProfileKey key, StageConfiguration configuration, RecordedRun run) {}

  /**
   * The format whose columns the header contains; other columns are ignored.
   *
   * @param header the names of the columns in lower case, without blanks around them
   * @throws IllegalArgumentException naming the expected columns, and those that are nearly there
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
                        "expected the columns %s or %s or %s; found %s%s",
                        CONTAINER.columns,
                        PHASES.columns,
                        SEBS.columns,
                        header,
                        nearest(header).missing(header))));
  }

  /** The format most of whose columns the header has. */
  private static ProfileFormat nearest(List<String> header) {
    ProfileFormat nearest = CONTAINER;
    for (ProfileFormat format : values()) {
      if (format.share(header) > nearest.share(header)) {
        nearest = format;
      }
    }
    return nearest;
  }

  private double share(List<String> header) {
    return (double) columns.stream().filter(header::contains).count() / columns.size();
  }

  /** The columns that are missing, if most are there, each with the name that was meant for it. */
  private String missing(List<String> header) {
    if (share(header) < 0.5) {
      return "";
    }
    StringBuilder missing = new StringBuilder();
    for (String column : columns) {
      if (!header.contains(column)) {
        missing.append("; there is no ").append(column);
        ColumnNames.nearest(column, header, columns)
            .ifPresent(near -> missing.append(", did you mean '").append(near).append("'?"));
      }
    }
    return missing.toString();
  }

  /**
   * Reads a row.
   *
   * @param table the name of the file, for tables that do not name their function
   * @throws IllegalArgumentException naming the column of a value that cannot be parsed
   */
  abstract Measurement parse(ProfileRow row, String table);

  /** A status may be written as a decimal, as programs for tables do for a column with gaps. */
  private static boolean isSuccess(String status) {
    OptionalDouble code = NumberText.decimal(status);
    return code.isPresent() && code.getAsDouble() == SUCCESS;
  }

  private static boolean isNone(String latency) {
    String text = latency.strip();
    return text.isEmpty() || text.equalsIgnoreCase("nan") || text.equals("0") || text.equals("0.0");
  }

  private static OptionalDouble startSeconds(ProfileRow row, OptionalDouble seconds) {
    if (row.isBlank(START) || seconds.isEmpty()) {
      return OptionalDouble.empty();
    }
    double start = row.number(START);
    if (start < 0 || start >= seconds.getAsDouble()) {
      throw new IllegalArgumentException(
          "column " + START + ": expected a part of " + LATENCY + ", found '" + start + "'");
    }
    return OptionalDouble.of(start);
  }

  private static double phaseOfStart(double coldSeconds) {
    return coldSeconds < SHORTEST_START_SECONDS ? 0 : coldSeconds;
  }
}
