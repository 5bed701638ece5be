/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.settings.ConfigSection;
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

  static HubQuotas of(ConfigSection hub) {
    return new HubQuotas(
        hub.between("workflows-per-namespace", 1, MOST_WORKFLOWS),
        hub.between("stages-per-workflow", 1, MOST_STAGES),
        hub.between("max-workflows", 1, MOST_WORKFLOWS),
        hub.positiveInt("survey-reads"),
        hub.positiveInt("surveys-at-a-time"),
        hub.interval("survey-timeout"),
        hub.interval("recheck-interval"));
  }
}
