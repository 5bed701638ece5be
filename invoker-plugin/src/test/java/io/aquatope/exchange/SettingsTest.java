/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.workflow.MemorySteps;
import io.aquatope.exchange.workflow.TuneSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

  private static final Config DEFAULTS = ConfigFactory.parseResources("reference.conf");

  @Test
  void nothingIsSharedUnlessAskedFor() {
    HubSettings hub = HubSettings.of(DEFAULTS);

    assertThat(hub.enabled()).isFalse();
    assertThat(hub.workflows().file()).isEmpty();
    assertThat(hub.batch().interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(hub.batch().perFlush()).isEqualTo(10_000);
  }

  @Test
  void whatAFlushSendsIsAPositiveNumberHoweverLongTheInterval() {
    Config config =
        ConfigFactory.parseString(
                "whisk.aquatope.hub { max-rate = 2000000000, batch-interval = 365 d }")
            .withFallback(DEFAULTS);

    assertThat(HubSettings.of(config).batch().perFlush()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void topicsAreNamedAfterTheirReaders() {
    HubSettings hub = HubSettings.of(DEFAULTS);

    assertThat(hub.topics().observations("0")).isEqualTo("aquatope-observations-0");
    assertThat(hub.topics().log()).isEqualTo("aquatope-log");
  }

  @Test
  void limitsAreThousandthsOfACore() {
    assertThat(TuneSettings.of(DEFAULTS).rules().milliCores())
        .startsWith(100, 200)
        .endsWith(1500, 2000);
  }

  @Test
  void memoryIsRecommendedWithinTheLimitsOfOpenWhisk() {
    Config config =
        ConfigFactory.parseString("whisk.memory { min = 64 m, max = 1 g }").withFallback(DEFAULTS);

    assertThat(TuneSettings.of(DEFAULTS).appliesMemory()).isFalse();
    assertThat(TuneSettings.of(DEFAULTS).memory()).isEqualTo(new MemorySteps(128, 512));
    assertThat(TuneSettings.of(config).memory()).isEqualTo(new MemorySteps(64, 1_024));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whisk.aquatope.hub.buffer = 0|buffer|expected 1 or more",
        "whisk.aquatope.hub.heartbeat = 0 s|heartbeat|expected more than 0",
        "whisk.aquatope.hub.heartbeat = 5 us|heartbeat|expected 1 millisecond to 365 days",
        "whisk.aquatope.hub.checkpoint-interval = 366 d|checkpoint-interval|1 millisecond to 365 days",
        "whisk.aquatope.hub.enabled = perhaps|enabled|BOOLEAN",
        "whisk.aquatope.hub.workflows-per-namespace = 0|workflows-per-namespace|1 to 3000",
        "whisk.aquatope.hub.stages-per-workflow = 101|stages-per-workflow|1 to 100",
        "whisk.aquatope.hub.max-workflows = 4000|max-workflows|1 to 3000",
        "whisk.aquatope.hub.survey-reads = 0|survey-reads|1 or more",
        "whisk.aquatope.hub.surveys-at-a-time = 0|surveys-at-a-time|1 or more",
        "whisk.aquatope.hub.survey-timeout = 0 s|survey-timeout|more than 0",
        "whisk.aquatope.hub.recheck-interval = 0 s|recheck-interval|more than 0",
        "whisk.aquatope.tune.exploration-share = 0|exploration-share|more than 0, at most 1",
        "whisk.aquatope.tune.candidates = 17|candidates|1 to 16",
        "whisk.aquatope.tune.cpu-steps = [1, 0.5]|cpu-steps|ascending",
        "whisk.aquatope.tune.cpu-steps = [0.0005]|cpu-steps|three decimals",
        "whisk.aquatope.tune.observation-instances = 1|observation-instances|5 to 10000",
        "whisk.aquatope.tune.violation-share = 0|violation-share|more than 0, at most 1",
        "whisk.aquatope.tune.memory = perhaps|memory|perhaps is not one of recommend, apply",
        "whisk.aquatope.tune.memory = apply|api|the address of OpenWhisk's API",
      })
  void whatIsWrongIsNamedWithItsKey(String bad, String key, String expected) {
    Config config = ConfigFactory.parseString(bad).withFallback(DEFAULTS);

    assertThatThrownBy(
            () -> {
              HubSettings.of(config);
              TuneSettings.of(config);
            })
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(expected);
  }
}
