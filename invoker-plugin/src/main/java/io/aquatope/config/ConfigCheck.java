/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static java.util.Comparator.comparing;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueType;
import io.aquatope.cpu.limit.CpuSettings;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.settings.InvalidSettingException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds errors in the {@code whisk.aquatope} section of a configuration. The keys are those of
 * {@code reference.conf}, and their values are checked by the settings that read them.
 */
public final class ConfigCheck {

  /** Readers of all keys. */
  private static final List<Consumer<Config>> SETTINGS =
      List.of(
          AquatopeConfig::read,
          CpuSettings::of,
          HubSettings::of,
          StatusSettings::of,
          TuneSettings::of);

  private ConfigCheck() {}

  /**
   * Errors in a HOCON file that is read over the defaults.
   *
   * @throws ConfigException if the file is no HOCON; the message names file and line
   */
  static List<ConfigProblem> problems(File file) {
    return problemsWithDefaults(ConfigFactory.parseFile(file));
  }

  /** Errors in a configuration that is read over the defaults. */
  public static List<ConfigProblem> problemsWithDefaults(Config config) {
    UnresolvedValues unresolved = UnresolvedValues.of(withDefaults(config), AquatopeConfig.PATH);
    return Stream.concat(
            unresolved.problems().stream(), problems(unresolved.corrected(reference())).stream())
        .toList();
  }

  /** A configuration over the defaults, resolved as far as it can be. */
  public static Config withDefaults(Config config) {
    return config
        .withFallback(reference())
        .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  static List<ConfigProblem> problems(Config config) {
    if (!config.hasPath(AquatopeConfig.PATH)) {
      return List.of(new ConfigProblem(AquatopeConfig.PATH, "missing, expected the defaults"));
    }
    Config reference = reference();
    Set<String> names = new TreeSet<>(reference.getObject(AquatopeConfig.PATH).keySet());
    if (config.getValue(AquatopeConfig.PATH).valueType() != ConfigValueType.OBJECT) {
      return List.of(
          new ConfigProblem(
              AquatopeConfig.PATH,
              String.format(
                  Locale.ROOT,
                  "'%s', expected an object with the keys %s",
                  config.getValue(AquatopeConfig.PATH).unwrapped(),
                  names)));
    }
    return Stream.concat(
            UnknownKeys.of(
                AquatopeConfig.PATH,
                config.getObject(AquatopeConfig.PATH),
                reference.getObject(AquatopeConfig.PATH))
                .stream(),
            SETTINGS.stream().flatMap(settings -> badValues(config, reference, settings).stream()))
        .sorted(comparing(ConfigProblem::key))
        .toList();
  }

  /**
   * The keys whose values are refused. Reading ends at the first of them, and is repeated with its
   * default until nothing is refused.
   */
  private static List<ConfigProblem> badValues(
      Config config, Config reference, Consumer<Config> settings) {
    List<ConfigProblem> problems = new ArrayList<>();
    Set<String> replaced = new HashSet<>();
    Config corrected = config;
    while (true) {
      try {
        settings.accept(corrected);
        return problems;
      } catch (InvalidSettingException e) {
        if (!replaced.add(e.key())) {
          return problems;
        }
        problems.add(new ConfigProblem(e.key(), e.finding()));
        if (!reference.hasPath(e.key())) {
          return problems;
        }
        corrected = corrected.withValue(e.key(), reference.getValue(e.key()));
      }
    }
  }

  private static Config reference() {
    return ConfigFactory.defaultReferenceUnresolved(ConfigCheck.class.getClassLoader());
  }
}
