/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

import io.aquatope.pool.FunctionId;
import io.aquatope.trace.Trace;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.TraceFormatException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Row of a table of the Huawei Cloud 2025 data set. */
record Huawei2025Row(CsvRow row) {

  private static final Pattern POOL = Pattern.compile("(pool\\d+-\\d+-(\\d{1,6}))(-.*)?");
  private static final double MOST_SECONDS = Trace.LONGEST.toSeconds();
  private static final double MICROS = TimeUnit.SECONDS.toMicros(1);

  /** The function of a request: its name, its user and the pool of its pods identify it. */
  FunctionId function() throws TraceFormatException {
    String name = row.text("funcName").strip();
    if (name.isEmpty()) {
      throw row.bad("funcName is empty, expected the number of a function");
    }
    return new FunctionId(row.text("userID").strip(), name + "---" + pool(), "");
  }

  /** The identity as another table of the data set writes it. */
  String funcId() {
    return row.text("funcName").strip() + "---" + row.text("userID").strip() + "---" + pool();
  }

  private String pool() {
    Matcher pool = POOL.matcher(row.text("podID").strip());
    return pool.matches() ? pool.group(1) : "";
  }

  /** The memory limit of the pod, which its name contains. */
  OptionalInt memoryMb() {
    Matcher pool = POOL.matcher(row.text("podID").strip());
    int memory = pool.matches() ? Integer.parseInt(pool.group(2)) : 0;
    return memory > 0 ? OptionalInt.of(memory) : OptionalInt.empty();
  }

  /** A time in microseconds. */
  long micros(String column) throws TraceFormatException {
    return Math.round(MICROS * row.amount(column, MOST_SECONDS));
  }

  /** A time in microseconds; the second column's if the first is empty. */
  long micros(String column, String otherwise) throws TraceFormatException {
    return micros(row.text(column).isBlank() ? otherwise : column);
  }

  /** A time in seconds. */
  OptionalDouble seconds(String column) throws TraceFormatException {
    return row.text(column).isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.amount(column, MOST_SECONDS));
  }
}
