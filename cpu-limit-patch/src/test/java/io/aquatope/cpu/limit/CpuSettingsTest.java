/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuSettingsTest {

  private static final Config DOCUMENTED =
      ConfigFactory.parseFile(
              Path.of("../invoker-plugin/src/main/resources/reference.conf").toFile())
          .withFallback(ConfigFactory.parseString("whisk.container-pool.user-memory = 768 m"));

  @Test
  void theDocumentedDefaultsSetNoLimits() {
    CpuSettings settings = CpuSettings.of(DOCUMENTED.resolve());
    assertThat(settings.limits().rules()).isEmpty();
    assertThat(settings.limits().byMemory()).isEmpty();
    assertThat(settings.limits().file()).isEmpty();
    assertThat(settings.limits().rejectBadAnnotations()).isFalse();
    assertThat(settings.engine().kind()).isEqualTo(EngineSettings.Kind.DOCKER);
  }

  @Test
  void limitsComeInTheirOrder() {
    assertThat(
            with("""
                    limits = [
                      { actions = "guest/b", cores = 1 }
                      { actions = "guest/*", cores = "0.25" }
                    ]
                    """)
                .limits()
                .rules())
        .containsExactly(
            new LimitRule("guest/b", CpuLimit.parse("1")),
            new LimitRule("guest/*", CpuLimit.parse("0.25")));
  }

  @Test
  void theDefaultSharesOpenWhisksOwnCpusByItsOwnMemory() {
    CpuSettings settings =
        CpuSettings.of(
            ConfigFactory.parseString("whisk.container-pool.user-cpus = 3")
                .withFallback(DOCUMENTED)
                .resolve());
    assertThat(settings.limits().byMemory()).contains(new ProportionalLimit(3, 768));
  }

  @Test
  void aBadLimitNamesItsKey() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> with("limits = [ { actions = \"guest/b\", cores = -1 } ]"))
        .withMessageContaining("limits.cores")
        .withMessageContaining("\"-1\" is not from 0.01 to 1000 cores");
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.openwhisk.core.containerpool.docker.StandaloneDockerContainerFactoryProvider, DOCKER",
    "org.apache.openwhisk.core.containerpool.kubernetes.KubernetesContainerFactoryProvider, KUBERNETES",
    "org.apache.openwhisk.core.yarn.YARNContainerFactoryProvider, NONE"
  })
  void theEngineFollowsFromTheDelegate(String delegate, EngineSettings.Kind engine) {
    assertThat(with("delegate = \"" + delegate + "\"").engine().kind()).isEqualTo(engine);
  }

  @Test
  void theEngineCanBeNamed() {
    assertThat(with("engine = none").engine().kind()).isEqualTo(EngineSettings.Kind.NONE);
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> with("engine = podman"))
        .withMessageContaining("engine");
  }

  @Test
  void theDockerClientIsWhereOpenWhiskLooksForItOrWhereItIsNamed() {
    assertThat(with("").engine().dockerClients())
        .containsExactly(Path.of("/usr/bin/docker"), Path.of("/usr/local/bin/docker"));
    assertThat(with("docker-client = /opt/docker").engine().dockerClients())
        .containsExactly(Path.of("/opt/docker"));
  }

  private static CpuSettings with(String cpu) {
    return CpuSettings.of(
        ConfigFactory.parseString("whisk.aquatope.cpu { " + cpu + " }")
            .withFallback(DOCUMENTED)
            .resolve());
  }
}
