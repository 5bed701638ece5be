/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import io.aquatope.settings.InvalidSettingException;

/**
 * The configuration under {@code whisk.aquatope.hub}; {@code reference.conf} explains the keys.
 *
 * @param enabled whether this invoker takes part
 * @param delegate the load balancer provider that the controller's provider decorates
 * @param topics of the exchange
 * @param batch limits of what is sent at a time
 * @param timing of an invoker's own records
 * @param workflows where the workflows come from
 * @param instances limits of the join of workflow instances
 * @param quotas of the workflows that namespaces declare
 */
public record HubSettings(
    boolean enabled,
    String delegate,
    HubTopics topics,
    BatchSettings batch,
    HubTiming timing,
    WorkflowSources workflows,
    InstanceLimits instances,
    HubQuotas quotas) {

  private static final String PATH = "whisk.aquatope.hub";

  /**
   * Reads the settings.
   *
   * @param root the whole configuration, defaults included
   * @throws InvalidSettingException naming a key whose value is missing or bad
   */
  public static HubSettings of(Config root) {
    ConfigSection hub = ConfigSection.of(root, PATH);
    return new HubSettings(
        hub.flag("enabled"),
        hub.text("delegate"),
        HubTopics.of(hub),
        BatchSettings.of(hub),
        HubTiming.of(hub),
        WorkflowSources.of(hub),
        InstanceLimits.of(hub),
        HubQuotas.of(hub));
  }
}
