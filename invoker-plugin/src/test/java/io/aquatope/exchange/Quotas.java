/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;

/** Quotas for tests. */
public final class Quotas {

  public static final HubQuotas DEFAULT =
      HubSettings.of(ConfigFactory.parseResources("reference.conf")).quotas();

  private Quotas() {}

  /** Few workflows. */
  public static HubQuotas workflows(int perNamespace, int all) {
    return new HubQuotas(
        perNamespace,
        DEFAULT.stagesPerWorkflow(),
        all,
        DEFAULT.surveyReads(),
        DEFAULT.surveysAtATime(),
        DEFAULT.surveyTimeout(),
        DEFAULT.recheckInterval());
  }

  /** Narrow surveys. */
  public static HubQuotas surveys(int reads, int atATime, Duration timeout) {
    return new HubQuotas(
        DEFAULT.workflowsPerNamespace(),
        DEFAULT.stagesPerWorkflow(),
        DEFAULT.maxWorkflows(),
        reads,
        atATime,
        timeout,
        DEFAULT.recheckInterval());
  }
}
