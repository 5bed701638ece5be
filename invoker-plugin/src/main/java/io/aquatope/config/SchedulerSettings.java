/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import io.aquatope.settings.ConfigSection;
import io.aquatope.settings.InvalidSettingException;
import java.time.Duration;

/**
 * Settings for OpenWhisk's scheduler.
 *
 * @param enabled whether OpenWhisk runs with it: {@code true}, {@code false} or {@code auto}
 * @param announce whether prepared containers are announced
 * @param announceAgain interval at which they are announced again
 */
public record SchedulerSettings(String enabled, boolean announce, Duration announceAgain) {

  private static final String AUTO = "auto";

  /**
   * Reads the settings from a configuration that includes the defaults.
   *
   * @throws InvalidSettingException naming a key whose value is missing or bad
   */
  public static SchedulerSettings of(Config config) {
    return of(ConfigSection.of(config, AquatopeConfig.PATH + ".scheduler"));
  }

  static SchedulerSettings of(ConfigSection scheduler) {
    return new SchedulerSettings(
        scheduler.oneOf("enabled", "true", "false", AUTO),
        scheduler.flag("announce"),
        scheduler.interval("announce-again"));
  }

  /**
   * Whether OpenWhisk runs with its scheduler.
   *
   * @param usesEtcd whether the invoker has the addresses of etcd
   */
  public boolean isInForce(boolean usesEtcd) {
    return enabled.equals(AUTO) ? usesEtcd : Boolean.parseBoolean(enabled);
  }
}
