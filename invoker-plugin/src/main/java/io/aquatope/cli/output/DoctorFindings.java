/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.aquatope.config.ConfigProblem;
import io.aquatope.doctor.linkage.LinkageProblem;
import io.aquatope.doctor.linkage.LinkageReport;
import io.aquatope.whisk.WhiskFeature;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings of the doctor, as text for people or as JSON for programs. */
public final class DoctorFindings {

  private final List<String> errors = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable LinkageReport linkage;
  private @Nullable List<ConfigProblem> configuration;

  public void error(String error) {
    errors.add(error);
  }

  /** Adds something that is not wrong. */
  public void remark(String remark) {
    remarks.add(remark);
  }

  public void linkage(LinkageReport report) {
    linkage = report;
  }

  public void configuration(List<ConfigProblem> problems) {
    configuration = problems;
  }

  public boolean isClean() {
    return errors.isEmpty()
        && (linkage == null || linkage.problems().isEmpty())
        && (configuration == null || configuration.isEmpty());
  }

  public String json() throws JsonProcessingException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ok", isClean());
    all.put("errors", errors);
    all.put("remarks", remarks);
    if (linkage != null) {
      all.put("linkage", linkage);
    }
    if (configuration != null) {
      all.put("configuration", configuration);
    }
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
  }

  public void print(PrintWriter out) {
    errors.forEach(out::println);
    if (linkage != null) {
      linkage.problems().forEach(problem -> print(problem, out));
      out.printf(
          Locale.ROOT,
          "linkage: %s classes with %s references to OpenWhisk, Pekko and Scala: %s%n",
          linkage.classes(),
          linkage.references(),
          count(linkage.problems().size()));
      out.printf(Locale.ROOT, "  features found: %s%n", features(linkage, true));
      out.printf(Locale.ROOT, "  features absent: %s%n", features(linkage, false));
      if (linkage.leftOut() > 0) {
        out.printf(
            Locale.ROOT,
            "  %s references to the controller left out, which is not on this class path%n",
            linkage.leftOut());
      }
    }
    if (configuration != null) {
      configuration.forEach(out::println);
      out.printf(Locale.ROOT, "configuration: %s%n", count(configuration.size()));
    }
    remarks.forEach(remark -> out.println("note: " + remark));
  }

  private static void print(LinkageProblem problem, PrintWriter out) {
    out.printf(Locale.ROOT, "expected: %s%n  found: %s%n", problem.expected(), problem.found());
    if (!problem.candidates().isEmpty()) {
      out.printf(Locale.ROOT, "  nearest: %s%n", String.join(", ", problem.candidates()));
    }
    out.printf(Locale.ROOT, "  used in: %s%n", String.join(", ", problem.usedIn()));
  }

  private static String features(LinkageReport linkage, boolean found) {
    String words =
        Arrays.stream(WhiskFeature.values())
            .filter(feature -> linkage.features().contains(feature) == found)
            .map(feature -> feature.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private static String count(int problems) {
    if (problems == 0) {
      return "nothing is wrong";
    }
    return problems == 1 ? "1 problem" : problems + " problems";
  }
}
