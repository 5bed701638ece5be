/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.workflow.TuneSettings;
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
      TuneSettings.of(
          overDefaults(
              """
              whisk.aquatope.tune {
                cpu-steps = [ 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2 ]
                repetitions = 2
                observation-instances = 10
                violation-share = 0.4
                exploration-share = 0.5
                candidates = 3
              }
              """));

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
    String changed =
        """
        whisk.aquatope.hub {
          enabled = true
          batch-interval = %s ms
          heartbeat = 500 ms
          workflows = "%s"
          reload-interval = 1 s
          instance-timeout = 20 s
          checkpoint-interval = 20 s
        }
        """
            .formatted(batchInterval.toMillis(), workflows.map(Path::toString).orElse(""));
    return HubSettings.of(overDefaults(changed));
  }

  private static Config overDefaults(String changed) {
    return ConfigFactory.parseString(changed)
        .withFallback(ConfigFactory.defaultReferenceUnresolved(HubSettings.class.getClassLoader()));
  }
}
