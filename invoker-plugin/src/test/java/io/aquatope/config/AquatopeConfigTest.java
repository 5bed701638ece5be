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

  private static final AquatopeConfig STANDARD =
      new AquatopeConfig(
          "openwhisk",
          Mode.ACT,
          PrewarmSettings.DEFAULT,
          new PrepareSettings(Duration.ofMinutes(10)),
          new FactorySettings(0));

  @Test
  void theDefaultIsOpenWhisksOwnRule() {
    assertThat(AquatopeConfig.from(DEFAULTS)).isEqualTo(STANDARD);
  }

  @Test
  void theConfigurationOfTheClassPathIncludesTheDefaults() {
    assertThat(AquatopeConfig.load()).isEqualTo(STANDARD);
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
  void whatThePolicyMaySpendIsConfigured() {
    Config thrifty =
        ConfigFactory.parseString(
            "whisk.aquatope.prewarm { gb-seconds-per-second = 20, memory = 2 GiB, max-starting = 4 }");

    assertThat(AquatopeConfig.from(thrifty.withFallback(DEFAULTS)).prewarm())
        .isEqualTo(new PrewarmSettings(20, 2048, 4));
  }

  @Test
  void badPricesAndMistypedKeysOfThePolicyAreNamed() {
    Config bad = ConfigFactory.parseString("whisk.aquatope.prewarm { gb-seconds-per-second = -1 }");
    Config mistyped = ConfigFactory.parseString("whisk.aquatope.prewarm { max-started = 4 }");

    assertThatThrownBy(() -> AquatopeConfig.from(bad.withFallback(DEFAULTS)))
        .hasMessageContaining("whisk.aquatope.prewarm")
        .hasMessageContaining("-1.0, expected a positive number");
    assertThatThrownBy(() -> AquatopeConfig.from(mistyped.withFallback(DEFAULTS)))
        .hasMessageContaining("whisk.aquatope.prewarm: unknown keys [max-started]");
  }

  @Test
  void nothingIsConfiguredOutsideOurSection() {
    Config ours = ConfigFactory.parseFile(new File("src/main/resources/reference.conf"));

    assertThat(ours.entrySet())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getKey()).startsWith("whisk.aquatope."));
  }
}
