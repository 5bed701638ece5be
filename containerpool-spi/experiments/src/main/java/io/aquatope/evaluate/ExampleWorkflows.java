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
 * Workflow files that come with the program, to be used by name and as patterns. Their stages are
 * functions of the measurements of "With Great Freedom Comes Great Opportunity" (Bilal et al.,
 * EuroSys 2023); each QoS target lies about half way between what the 95th percentile is with the
 * most generous configurations and with the cheapest ones.
 */
public final class ExampleWorkflows {

  /** Their names. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "chain", "fan-out-fan-in", "machine-learning", "video-processing", "social-network");

  private ExampleWorkflows() {}

  /** All of them. */
  public static List<WorkflowFile> all() {
    return NAMES.stream().map(ExampleWorkflows::read).toList();
  }

  /** The one of a name. */
  public static WorkflowFile read(String name) {
    return WorkflowFile.read(resource(name));
  }

  /** The file of a name, as it is written. */
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
