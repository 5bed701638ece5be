/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigOverridesTest {

  private static final String RESOURCE = "io/aquatope/testcontainers/base.conf";

  @Test
  void whatIsSetWinsOverTheIncludedFileAndTheRestOfItStays() {
    Config config =
        read(
            ConfigOverrides.NONE
                .with("whisk.memory", "512m")
                .with("whisk.config.limits-perMinute", 7)
                .with("whisk.rules", List.of(Map.of("actions", "guest/*", "cores", 0.5))));

    assertThat(config.getString("whisk.memory")).isEqualTo("512m");
    assertThat(config.getInt("whisk.config.limits-perMinute")).isEqualTo(7);
    assertThat(config.getString("whisk.kept")).isEqualTo("as it was");
    assertThat(config.getConfigList("whisk.rules").get(0).getDouble("cores")).isEqualTo(0.5);
  }

  @Test
  void theLastValueOfAKeyHolds() {
    Config config =
        read(ConfigOverrides.NONE.with("whisk.memory", "1m").with("whisk.memory", "2m"));

    assertThat(config.getString("whisk.memory")).isEqualTo("2m");
  }

  @Test
  void textThatLooksLikeConfigurationIsText() {
    Config config = read(ConfigOverrides.NONE.with("whisk.text", "${HOME} # \"quoted\" { }"));

    assertThat(config.getString("whisk.text")).isEqualTo("${HOME} # \"quoted\" { }");
  }

  private static Config read(ConfigOverrides settings) {
    return ConfigFactory.parseString(settings.on(RESOURCE)).resolve();
  }
}
