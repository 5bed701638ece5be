/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import io.aquatope.settings.InvalidSettingException;

/**
 * The configuration under {@code whisk.aquatope.status}; see {@code reference.conf}.
 *
 * @param delegate the provider of the invoker's server that gets the status pages, or {@code auto}
 * @param port of a server for the status pages alone; 0 for none
 * @param address that this server listens on
 */
public record StatusSettings(String delegate, int port, String address) {

  private static final String PATH = AquatopeConfig.PATH + ".status";
  private static final int LAST_PORT = 65_535;
  private static final String AUTO = "auto";
  private static final String INVOKER = "org.apache.openwhisk.core.invoker.";

  /**
   * Reads the settings from a configuration that includes the defaults.
   *
   * @throws InvalidSettingException naming a key whose value is missing or bad
   */
  public static StatusSettings of(Config config) {
    ConfigSection status = ConfigSection.of(config, PATH);
    return new StatusSettings(
        status.text("delegate"), status.between("port", 0, LAST_PORT), status.text("address"));
  }

  /**
   * The provider of the invoker's server. OpenWhisk has one for each kind of invoker.
   *
   * @param scheduler whether OpenWhisk runs with its scheduler
   */
  public String delegate(boolean scheduler) {
    if (!delegate.equals(AUTO)) {
      return delegate;
    }
    return INVOKER + (scheduler ? "FPCInvokerServer" : "DefaultInvokerServer");
  }
}
