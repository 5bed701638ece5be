/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class DockerAccessTest {

  private static final EngineSettings SETTINGS =
      new EngineSettings(
          EngineSettings.Kind.DOCKER,
          Path.of("/run/docker.sock"),
          List.of(Path.of("/opt/docker")),
          "",
          Duration.ofSeconds(2));

  /** The socket came with Java 16. */
  @Test
  void theVersionOfJavaDecides() {
    assertThat(DockerAccess.ofThisJvm())
        .isEqualTo(Runtime.version().feature() >= 16 ? DockerAccess.SOCKET : DockerAccess.CLIENT);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_16)
  void theSocketSaysWhatItUses() {
    assertThat(DockerAccess.SOCKET.engine(SETTINGS)).isInstanceOf(DockerEngine.class);
    assertThat(DockerAccess.SOCKET.describe(SETTINGS)).isEqualTo("through /run/docker.sock");
  }

  @Test
  void theClientSaysWhatItUses() {
    assertThat(DockerAccess.CLIENT.engine(SETTINGS)).isInstanceOf(DockerClientEngine.class);
    assertThat(DockerAccess.CLIENT.describe(SETTINGS)).contains("/opt/docker");
  }
}
