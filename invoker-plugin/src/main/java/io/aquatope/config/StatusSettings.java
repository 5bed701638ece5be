/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import java.util.Locale;

/**
 * The configuration under {@code whisk.aquatope.status}; see {@code reference.conf}.
 *
 * @param delegate the provider of the invoker's server that gets the status pages
 * @param port of a server for the status pages alone; 0 for none
 * @param address that this server listens on
 */
public record StatusSettings(String delegate, int port, String address) {

  private static final String PATH = AquatopeConfig.PATH + ".status";
  private static final int LAST_PORT = 65_535;

  /**
   * Reads the settings from a configuration that includes the defaults.
   *
   * @throws com.typesafe.config.ConfigException if a key is missing or of another type
   * @throws IllegalArgumentException if a value is out of range; names the key
   */
  public static StatusSettings of(Config config) {
    Config section = config.getConfig(PATH);
    int port = section.getInt("port");
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s.port is %d, expected 0 to %d", PATH, port, LAST_PORT));
    }
    return new StatusSettings(section.getString("delegate"), port, section.getString("address"));
  }
}
