/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.settings.ConfigSection;

/**
 * Topics of the exchange.
 *
 * @param prefix of their names
 * @param config the key under {@code whisk.kafka.topics} with whose settings they are created
 */
public record HubTopics(String prefix, String config) {

  static HubTopics of(ConfigSection hub) {
    return new HubTopics(hub.text("topic-prefix"), hub.text("topic-config"));
  }

  /** The topic for the observations of the activations that {@code controller} published. */
  public String observations(String controller) {
    return prefix + "observations-" + controller;
  }

  /** The topic that every invoker reads. */
  public String log() {
    return prefix + "log";
  }
}
