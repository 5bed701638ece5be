/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.aquatope.settings.ConfigSection;
import io.aquatope.settings.InvalidSettingException;
import java.time.Duration;

/**
 * Settings of the operator under {@code whisk.aquatope.cpu}; {@code reference.conf} explains the
 * keys.
 *
 * @param delegate the provider of the factory that creates containers
 * @param engine that changes the limits of existing containers
 * @param limits where limits come from
 * @param initWait how long an activation waits for the limit of its container
 * @param pace of changes of live limits
 * @param observation of the CPU that activations use
 * @param slots admission of activations by CPU
 */
public record CpuSettings(
    String delegate,
    EngineSettings engine,
    LimitSources limits,
    Duration initWait,
    ChangePace pace,
    ObservationSettings observation,
    SlotSettings slots) {

  private static final String PATH = "whisk.aquatope.cpu";

  /**
   * Reads the settings of {@code whisk.aquatope.cpu}.
   *
   * @param root the whole configuration of the invoker
   * @throws InvalidSettingException if a value is missing or bad; the message names its key
   */
  public static CpuSettings of(Config root) {
    ConfigSection cpu = ConfigSection.of(root, PATH);
    return new CpuSettings(
        cpu.text("delegate"),
        EngineSettings.of(cpu, root),
        LimitSources.of(cpu, root),
        cpu.duration("init-wait"),
        ChangePace.of(cpu),
        ObservationSettings.of(cpu),
        SlotSettings.of(cpu));
  }

  /**
   * Checks the contents of a file of limits.
   *
   * @throws ConfigException if a rule is bad; names its place
   */
  public static void checkRules(Config file) {
    var unused = LimitSources.rules(file);
  }
}
