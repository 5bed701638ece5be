/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.prewarm.PrewarmSettings;
import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AquatopeConfigTest {

  private static final Config DEFAULTS =
      ConfigFactory.parseResourcesAnySyntax(
          AquatopeConfigTest.class.getClassLoader(), "reference.conf");

  /** Replays have no configuration. {@link PrewarmSettings#DEFAULT} is theirs. */
  @Test
  void theDefaultIsOpenWhisksOwnRule() {
    AquatopeConfig config = AquatopeConfig.from(DEFAULTS);

    assertThat(config.policy()).isEqualTo("openwhisk");
    assertThat(config.mode()).isEqualTo(PolicyMode.ACT);
    assertThat(config.prewarm()).isEqualTo(PrewarmSettings.DEFAULT);
    assertThat(config.prepare().maxAge()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.factory().memoryMb()).isZero();
  }

  @Test
  void theConfigurationOfTheClassPathIncludesTheDefaults() {
    assertThat(AquatopeConfig.load()).isEqualTo(AquatopeConfig.from(DEFAULTS));
  }

  @Test
  void badValuesRefuseToStartWithKeyValueAndExpectation() {
    Config bad = ConfigFactory.parseString("whisk.aquatope { policy = fastest, colour = red }");

    assertThatThrownBy(() -> AquatopeConfig.from(bad.withFallback(DEFAULTS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whisk.aquatope.policy: unknown policy 'fastest', expected one of")
        .hasMessageContaining("whisk.aquatope.colour: unknown key");
  }

  @Test
  void prewarmingIsConfiguredAsOperatorsSayIt() {
    Config changed =
        ConfigFactory.parseString(
            "whisk.aquatope.prewarm { gb-seconds-per-second = 200, gb-seconds-per-start = 3, memory"
                + " = 2 GB, max-starting = 4, stem-cells = false, functions = 500 }");

    assertThat(AquatopeConfig.from(changed.withFallback(DEFAULTS)).prewarm())
        .returns(200.0, PrewarmSettings::gbSecondsPerSecond)
        .returns(3.0, PrewarmSettings::gbSecondsPerStart)
        .returns(2048L, PrewarmSettings::memoryMb)
        .returns(4, PrewarmSettings::maxStarting)
        .returns(false, PrewarmSettings::stemCells)
        .returns(500, PrewarmSettings::functions);
  }

  @Test
  void nothingIsConfiguredOutsideOurSection() {
    Config ours = ConfigFactory.parseFile(new File("src/main/resources/reference.conf"));

    assertThat(ours.entrySet())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getKey()).startsWith("whisk.aquatope."));
  }
}
