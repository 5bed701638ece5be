/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.aquatope.cli.output.OutputFormat;
import io.aquatope.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options for the output of a command that compares methods. */
final class ReportOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "The output format: table or json. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "A file for a report with pictures. Default: none.")
  private @Nullable Path report;

  /**
   * Prints a result, and writes the report if there should be one.
   *
   * @param json the result, whose components are the keys of the JSON
   */
  void print(CommandLine commandLine, Object json, String text, Report pictures)
      throws IOException {
    PrintWriter out = commandLine.getOut();
    if (format == OutputFormat.JSON) {
      out.println(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json));
    } else {
      out.print(text);
      out.flush();
    }
    if (report != null) {
      pictures.writeTo(report);
      commandLine.getErr().println("Report: " + report.toAbsolutePath());
    }
  }
}
