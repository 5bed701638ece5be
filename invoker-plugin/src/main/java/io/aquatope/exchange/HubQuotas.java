/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;

/**
 * Quotas for the workflows that namespaces declare by annotations. The keys are under {@code
 * whisk.aquatope.hub}; {@code reference.conf} explains them.
 *
 * @param workflowsPerNamespace workflows of one namespace; of more, the first by name count
 * @param stagesPerWorkflow actions of one workflow, with those of inner sequences
 * @param maxWorkflows workflows of all namespaces together, shared out evenly
 * @param surveyReads reads of the entity store in one survey of a namespace
 * @param surveysAtATime namespaces that are surveyed at the same time
 * @param surveyTimeout time after which a survey is abandoned
 * @param recheckInterval time after which a namespace that declares workflows is surveyed again,
 *     even if it is not active
 */
public record HubQuotas(
    int workflowsPerNamespace,
    int stagesPerWorkflow,
    int maxWorkflows,
    int surveyReads,
    int surveysAtATime,
    Duration surveyTimeout,
    Duration recheckInterval) {

  /** Maximum of stages that a workflow may have. */
  private static final int MOST_STAGES = 100;

  /**
   * The readers of the log know 4,000 workflows. The rest is reserved for the operator's workflows.
   */
  private static final int MOST_WORKFLOWS = 3_000;

  static HubQuotas of(Config hub) {
    return new HubQuotas(
        number(hub, "workflows-per-namespace", MOST_WORKFLOWS),
        number(hub, "stages-per-workflow", MOST_STAGES),
        number(hub, "max-workflows", MOST_WORKFLOWS),
        number(hub, "survey-reads", Integer.MAX_VALUE),
        number(hub, "surveys-at-a-time", Integer.MAX_VALUE),
        duration(hub, "survey-timeout"),
        duration(hub, "recheck-interval"));
  }

  private static int number(Config hub, String key, int most) {
    int value = hub.getInt(key);
    if (value < 1 || value > most) {
      throw bad(hub, key, most == Integer.MAX_VALUE ? "1 or more" : "1 to " + most);
    }
    return value;
  }

  private static Duration duration(Config hub, String key) {
    Duration value = hub.getDuration(key);
    if (value.isNegative() || value.isZero()) {
      throw bad(hub, key, "more than 0");
    }
    return value;
  }

  private static ConfigException bad(Config hub, String key, String expected) {
    return new ConfigException.BadValue(
        hub.getValue(key).origin(), key, hub.getValue(key).unwrapped() + ", expected " + expected);
  }
}
