/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static java.util.Comparator.comparingInt;

import com.google.common.collect.Sets;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueType;
import io.aquatope.cpu.CpuConfigCheck;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.workflow.TuneSettings;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds errors in the {@code whisk.aquatope} section of a configuration. */
public final class ConfigCheck {

  /** The known keys, each with the check of its value. */
  private static final Map<String, Consumer<Config>> CHECKS =
      new TreeMap<>(
          Map.of(
              "policy",
              section -> AquatopeConfig.factory(section.getString("policy")),
              PolicyMode.KEY,
              PolicyMode::of,
              FactorySettings.MEMORY,
              FactorySettings::memoryMb,
              PrepareSettings.MAX_AGE,
              PrepareSettings::maxAge,
              PrewarmKeys.RATE,
              PrewarmKeys::rate,
              PrewarmKeys.START,
              PrewarmKeys::start,
              PrewarmKeys.MEMORY,
              PrewarmKeys::memoryMb,
              PrewarmKeys.MAX_STARTING,
              PrewarmKeys::maxStarting,
              PrewarmKeys.STEM_CELLS,
              section -> section.getBoolean(PrewarmKeys.STEM_CELLS),
              PrewarmKeys.FUNCTIONS,
              PrewarmKeys::functions));

  /** The sections that have settings classes of their own, each with the check of its values. */
  private static final Map<String, Consumer<Config>> SECTIONS =
      new TreeMap<>(
          Map.of(
              "cpu",
              CpuConfigCheck::check,
              "hub",
              HubSettings::of,
              "status",
              StatusSettings::of,
              "tune",
              TuneSettings::of));

  private ConfigCheck() {}

  /**
   * Errors in a HOCON file that is read over the defaults.
   *
   * @throws ConfigException if the file is no HOCON; the message names file and line
   */
  public static List<ConfigProblem> problems(File file) {
    return problems(
        ConfigFactory.parseFile(file)
            .withFallback(
                ConfigFactory.parseResources(ConfigCheck.class.getClassLoader(), "reference.conf"))
            .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true)));
  }

  static List<ConfigProblem> problems(Config config) {
    if (!config.hasPath(AquatopeConfig.PATH)) {
      return List.of(new ConfigProblem(AquatopeConfig.PATH, "missing, expected the defaults"));
    }
    if (config.getValue(AquatopeConfig.PATH).valueType() != ConfigValueType.OBJECT) {
      return List.of(
          new ConfigProblem(
              AquatopeConfig.PATH,
              String.format(
                  Locale.ROOT,
                  "'%s', expected an object with the keys %s",
                  config.getValue(AquatopeConfig.PATH).unwrapped(),
                  CHECKS.keySet())));
    }
    Config section = config.getConfig(AquatopeConfig.PATH);
    List<ConfigProblem> problems = new ArrayList<>();
    keys("", section.root())
        .filter(key -> !CHECKS.containsKey(key) && !SECTIONS.containsKey(key))
        .sorted()
        .map(ConfigCheck::unknown)
        .forEach(problems::add);
    CHECKS.forEach((key, check) -> check(section, key, check, problems));
    SECTIONS.keySet().stream()
        .filter(section::hasPath)
        .forEach(name -> checkSection(config, name, problems));
    return problems;
  }

  private static void checkSection(Config config, String name, List<ConfigProblem> problems) {
    String path = AquatopeConfig.PATH + "." + name;
    try {
      Objects.requireNonNull(SECTIONS.get(name)).accept(config);
      Set<String> known = keysAt(ConfigFactory.defaultReferenceUnresolved(), path);
      Set<String> unknown = Sets.difference(keysAt(config, path), known);
      if (!unknown.isEmpty()) {
        problems.add(
            new ConfigProblem(
                path, String.format(Locale.ROOT, "unknown keys %s, there are %s", unknown, known)));
      }
    } catch (ConfigException | IllegalArgumentException e) {
      problems.add(new ConfigProblem(path, String.valueOf(e.getMessage())));
    }
  }

  /** The keys of an object. Known sections are replaced by their keys. */
  private static Stream<String> keys(String prefix, ConfigObject object) {
    return object.entrySet().stream()
        .flatMap(
            entry -> {
              String key = prefix + entry.getKey();
              return entry.getValue() instanceof ConfigObject inner && isSection(key)
                  ? keys(key + ".", inner)
                  : Stream.of(key);
            });
  }

  private static boolean isSection(String key) {
    return CHECKS.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
  }

  private static Set<String> keysAt(Config config, String path) {
    return new TreeSet<>(config.getObject(path).keySet());
  }

  private static void check(
      Config section, String key, Consumer<Config> check, List<ConfigProblem> problems) {
    try {
      check.accept(section);
    } catch (ConfigException | IllegalArgumentException e) {
      problems.add(
          new ConfigProblem(AquatopeConfig.PATH + "." + key, String.valueOf(e.getMessage())));
    }
  }

  private static ConfigProblem unknown(String key) {
    return new ConfigProblem(
        AquatopeConfig.PATH + "." + key,
        String.format(
            Locale.ROOT,
            "unknown key, did you mean '%s'? There are %s",
            nearest(key, CHECKS.keySet()),
            CHECKS.keySet()));
  }

  private static String nearest(String key, Set<String> keys) {
    return keys.stream().min(comparingInt(k -> EditDistance.between(k, key))).orElseThrow();
  }
}
