/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;

/** Settings under which bounds are soon reached. */
final class FaultySettings {

  private FaultySettings() {}

  /**
   * @param workflows the operator's file
   */
  static Config with(Path workflows) {
    return ConfigFactory.parseString(
            """
            whisk.aquatope.hub {
              checkpoint-interval = 20 s, instance-timeout = 30 s, max-instances = 100
              workflows-per-namespace = 5, max-workflows = 12
            }
            whisk.aquatope.tune {
              cpu-steps = [0.5, 1, 2], repetitions = 2, observation-instances = 200
              memory = apply, api = "http://nowhere"
            }
            """)
        .withFallback(
            ConfigFactory.parseMap(Map.of("whisk.aquatope.hub.workflows", workflows.toString())))
        .withFallback(ConfigFactory.parseResources("reference.conf"));
  }
}
