/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.google.common.collect.ImmutableMap;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;

/**
 * Settings that override an OpenWhisk's own configuration.
 *
 * @param values by key
 */
record ConfigOverrides(Map<String, Object> values) {

  static final ConfigOverrides NONE = new ConfigOverrides(Map.of());

  private static final ConfigRenderOptions HOCON =
      ConfigRenderOptions.defaults().setOriginComments(false).setJson(false);

  ConfigOverrides with(String key, Object value) {
    return new ConfigOverrides(
        ImmutableMap.<String, Object>builder().putAll(values).put(key, value).buildKeepingLast());
  }

  /** A configuration file that extends the file of that name in the class path. */
  String on(String resource) {
    var config = ConfigFactory.empty();
    for (Map.Entry<String, Object> setting : values.entrySet()) {
      config =
          config.withValue(setting.getKey(), ConfigValueFactory.fromAnyRef(setting.getValue()));
    }
    return "include classpath(\"%s\")\n%s".formatted(resource, config.root().render(HOCON));
  }
}
