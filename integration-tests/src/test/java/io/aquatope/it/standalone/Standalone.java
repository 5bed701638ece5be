/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.standalone;

import io.aquatope.it.ActionRuntime;
import io.aquatope.it.OpenWhiskImages;
import io.aquatope.testcontainers.Action;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.utility.DockerImageName;

/** What the suites have in common: the plugin as it was built, and actions that take a while. */
final class Standalone {

  /** How long the actions take to initialise. */
  static final Duration INIT = Duration.ofMillis(300);

  private static final String CODE =
      """
      select(undef, undef, undef, %s);
      sub main {
        select(undef, undef, undef, $1 / 1000) if $_[0] =~ /"millis":\\s*(\\d+)/;
        return "{\\"activation\\": \\"$ENV{__OW_ACTIVATION_ID}\\"}";
      }
      """
          .formatted(INIT.toMillis() / 1000.0);

  private Standalone() {}

  static OpenWhiskContainer withPlugin(Class<?> suite) {
    return new OpenWhiskContainer(OpenWhiskImages.STANDALONE)
        .withPlugin(Path.of(System.getProperty("aquatope.jar", "")))
        .withRuntime(ActionRuntime.KIND, DockerImageName.parse(ActionRuntime.image()))
        .withLogConsumer(LogFile.of(suite));
  }

  /** An action of 128 MB that sleeps as long as it is told, and returns its activation's id. */
  static Action nap(String name) {
    return Action.of(name, ActionRuntime.KIND, CODE).withMemory(128);
  }

  /** Tells a {@link #nap} how long. */
  static Map<String, Long> sleeping(Duration time) {
    return Map.of("millis", time.toMillis());
  }
}
