/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import io.aquatope.trace.Trace;
import io.aquatope.trace.azure.Azure2019Table.Content;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.RandomStreams;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Azure Functions 2019 data set (Shahrad et al., "Serverless in the Wild", USENIX ATC
 * 2020): counts of calls per minute, percentiles of run times, and allocated memory, each in a
 * table of its own, for one or several days.
 *
 * <p>Each function of an application gets the application's memory. The tables do not state how the
 * functions share it, and a function in a container of its own needs the runtime once more.
 */
public final class Azure2019Reader implements FormatReader {

  @Override
  public String lookedFor() {
    return "a CSV header with HashFunction or HashApp, and minutes (1, 2, …),"
        + " percentile_Average_0 …, or AverageAllocatedMb";
  }

  @Override
  public boolean recognises(String firstLine) {
    return Content.of(CsvColumns.parse(firstLine)).isPresent();
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    Azure2019Tables tables = Azure2019Tables.of(files, findings.stated());
    List<Azure2019Day> days = new ArrayList<>();
    for (Azure2019Table invocations : tables.of(Content.INVOCATIONS).values()) {
      days.add(Azure2019Day.of(invocations));
    }
    Instant start = days.get(0).begin();
    Azure2019Catalog catalog = Azure2019Catalog.read(tables, findings);
    Trace.Builder trace = new Trace.Builder(name, start);
    Azure2019Functions functions = new Azure2019Functions(catalog, new RandomStreams(seed), trace);
    Instant end = start;
    for (Azure2019Day day : days) {
      day.addCalls(functions, start, findings);
      end = day.end().isAfter(end) ? day.end() : end;
    }
    catalog.remarks().forEach(findings::remark);
    return trace.build(ChronoUnit.MICROS.between(start, end));
  }
}
