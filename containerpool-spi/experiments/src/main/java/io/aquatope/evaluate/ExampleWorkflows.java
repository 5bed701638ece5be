/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.aquatope.tune.WorkflowFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Workflow files that are shipped with the program. They can be used by name, and as templates.
 * Their stages are functions of the measurements of "With Great Freedom Comes Great Opportunity"
 * (Bilal et al., EuroSys 2023). Each QoS target lies about half way between the 95th percentile
 * with the most generous configurations and the 95th percentile with the cheapest ones.
 */
public final class ExampleWorkflows {

  public static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "chain", "fan-out-fan-in", "machine-learning", "video-processing", "social-network");

  private ExampleWorkflows() {}

  public static List<WorkflowFile> all() {
    return NAMES.stream().map(ExampleWorkflows::read).toList();
  }

  /** The parsed workflow file of a name. */
  public static WorkflowFile read(String name) {
    return WorkflowFile.read(resource(name));
  }

  /** The text of the workflow file of a name. */
  public static String text(String name) {
    try {
      return Resources.toString(resource(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    return Resources.getResource(ExampleWorkflows.class, name + ".conf");
  }
}
