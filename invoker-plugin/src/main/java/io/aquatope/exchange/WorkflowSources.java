/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.settings.ConfigSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Sources of workflows.
 *
 * @param file of the operator
 * @param reloadInterval after which the file is checked for changes
 * @param discoverInterval minimum time between two surveys of a namespace
 */
public record WorkflowSources(
    Optional<Path> file, Duration reloadInterval, Duration discoverInterval) {

  static WorkflowSources of(ConfigSection hub) {
    return new WorkflowSources(
        hub.file("workflows"), hub.interval("reload-interval"), hub.interval("discover-interval"));
  }
}
