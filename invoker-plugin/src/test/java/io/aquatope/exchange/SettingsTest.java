/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
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
    assertThat(hub.workflows()).isEmpty();
    assertThat(hub.batchInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(hub.perFlush()).isEqualTo(10_000);
  }

  @Test
  void topicsAreNamedAfterTheirReaders() {
    HubSettings hub = HubSettings.of(DEFAULTS);

    assertThat(hub.observations("0")).isEqualTo("aquatope-observations-0");
    assertThat(hub.log()).isEqualTo("aquatope-log");
  }

  @Test
  void limitsAreThousandthsOfACore() {
    assertThat(TuneSettings.of(DEFAULTS).rules().milliCores())
        .startsWith(100, 200)
        .endsWith(1500, 2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whisk.aquatope.hub.buffer = 0|buffer|expected 1 or more",
        "whisk.aquatope.hub.heartbeat = 0 s|heartbeat|expected more than 0",
        "whisk.aquatope.hub.enabled = perhaps|enabled|BOOLEAN",
        "whisk.aquatope.tune.exploration-share = 0|exploration-share|more than 0, at most 1",
        "whisk.aquatope.tune.candidates = 17|candidates|1 to 16",
        "whisk.aquatope.tune.cpu-steps = [1, 0.5]|cpu-steps|ascending",
        "whisk.aquatope.tune.cpu-steps = [0.0005]|cpu-steps|three decimals",
        "whisk.aquatope.tune.watch = 1|watch|5 to 10000",
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
