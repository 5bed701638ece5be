/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The workflow of these tests, and settings under which they are quick. */
final class VideoWorkflow {

  static final List<String> ACTIONS = List.of("guest/decode", "guest/detect", "guest/encode");

  static final TuneSettings TUNE =
      new TuneSettings(
          new TuningRules(List.of(100, 200, 300, 500, 750, 1000, 2000), 2, 10), 0.5, 3);

  private VideoWorkflow() {}

  static HubSettings settings(Optional<Path> workflows) {
    return new HubSettings(
        true,
        "",
        "aquatope-",
        "",
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        20_000,
        10_000,
        workflows,
        Duration.ofSeconds(1),
        Duration.ofSeconds(20),
        50_000,
        Duration.ofSeconds(20));
  }
}
