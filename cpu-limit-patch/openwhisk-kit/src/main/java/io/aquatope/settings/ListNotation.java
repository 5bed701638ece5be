/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

/**
 * Notation of lists in the configuration. A system property, and so an environment variable of
 * OpenWhisk's images, is always a text: {@code [0.5, 1]} comes as the text of a list.
 */
public final class ListNotation {

  private ListNotation() {}

  /**
   * A section in which a key has a list, even if the key has the text of a list.
   *
   * @throws ConfigException if the key has the text of a list that cannot be read
   */
  public static Config withList(Config section, String key) {
    if (!section.hasPath(key)) {
      return section;
    }
    ConfigValue value = section.getValue(key);
    if (value.valueType() != ConfigValueType.STRING) {
      return section;
    }
    String text = String.valueOf(value.unwrapped()).strip();
    if (!text.startsWith("[")) {
      throw new ConfigException.BadValue(
          value.origin(), key, "'" + text + "' is no list, expected for example [ 0.5, 1 ]");
    }
    try {
      ConfigParseOptions named =
          ConfigParseOptions.defaults().setOriginDescription(value.origin().description());
      Config list = ConfigFactory.parseString("list = " + text, named).resolve();
      return section.withValue(key, list.getList("list").withOrigin(value.origin()));
    } catch (ConfigException e) {
      throw new ConfigException.BadValue(
          value.origin(), key, "'" + text + "' is no list: " + e.getMessage(), e);
    }
  }
}
