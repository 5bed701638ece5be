/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;

/** Quotas for tests. */
public final class Quotas {

  public static final HubQuotas DEFAULT = read("");

  private Quotas() {}

  /** Few workflows. */
  public static HubQuotas workflows(int perNamespace, int all) {
    return read("workflows-per-namespace = " + perNamespace + ", max-workflows = " + all);
  }

  /** Narrow surveys. */
  public static HubQuotas surveys(int reads, int atATime, Duration timeout) {
    return read(
        "survey-reads = "
            + reads
            + ", surveys-at-a-time = "
            + atATime
            + ", survey-timeout = "
            + timeout.toMillis()
            + " ms");
  }

  private static HubQuotas read(String hub) {
    return HubSettings.of(
            ConfigFactory.parseString("whisk.aquatope.hub { " + hub + " }")
                .withFallback(ConfigFactory.parseResources("reference.conf")))
        .quotas();
  }
}
