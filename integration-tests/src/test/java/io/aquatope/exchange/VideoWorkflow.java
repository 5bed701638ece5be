/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.workflow.MemorySteps;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.exchange.workflow.TuningRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The workflow of these tests, and settings under which they are quick. */
final class VideoWorkflow {

  static final List<String> ACTIONS = List.of("guest/decode", "guest/detect", "guest/encode");

  static final TuneSettings TUNE =
      new TuneSettings(
          new TuningRules(List.of(100, 200, 300, 500, 750, 1000, 2000), 2, 10, 0.4),
          0.5,
          3,
          new MemorySteps(128, 512),
          false,
          "");

  private VideoWorkflow() {}

  /** The file that registers it. */
  static Path write(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("workflows.conf"),
        """
        workflows = [ {
          name = video, qos = 2 s
          stages {
            decode { action = guest/decode }
            detect { action = guest/detect, after = [decode] }
            encode { action = guest/encode, after = [detect] }
          }
        } ]
        """);
  }

  static HubSettings settings(Duration batchInterval, Optional<Path> workflows) {
    return new HubSettings(
        true,
        "",
        new HubTopics("aquatope-", ""),
        new BatchSettings(batchInterval, 20_000, 10_000),
        new HubTiming(Duration.ofMillis(500), Duration.ofSeconds(20)),
        new WorkflowSources(workflows, Duration.ofSeconds(1), Duration.ofMinutes(1)),
        new InstanceLimits(Duration.ofSeconds(20), 50_000),
        new HubQuotas(20, 50, 2_000, 500, 4, Duration.ofSeconds(30), Duration.ofMinutes(5)));
  }
}
