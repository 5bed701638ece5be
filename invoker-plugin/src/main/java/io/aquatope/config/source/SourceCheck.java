/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import static java.util.Comparator.comparing;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.ConfigCheck;
import io.aquatope.config.ConfigProblem;
import io.aquatope.config.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Check of a configuration in the form in which an operator holds it. */
public final class SourceCheck {

  private static final String SPI = "whisk.spi";
  private static final String NAME = "aquatope";
  private static final int NEAR = 3;

  private final ConfigSource source;
  private final Config resolved;

  private SourceCheck(ConfigSource source) {
    this.source = source;
    this.resolved = resolved(source);
  }

  /** The values, resolved as far as they can be. */
  public static Config resolved(ConfigSource source) {
    return source.values().resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  /** Whether anything in a configuration is of the plugin. */
  public static boolean isOurs(ConfigSource source) {
    return new SourceCheck(source).isOurs();
  }

  /** Everything that is wrong, in the order of the keys. */
  public static List<ConfigProblem> problems(ConfigSource source) {
    SourceCheck check = new SourceCheck(source);
    List<ConfigProblem> problems = new ArrayList<>(source.problems());
    problems.addAll(check.misspeltSections());
    if (problems.isEmpty() && !check.isOurs()) {
      problems.add(
          new ConfigProblem(
              AquatopeConfig.PATH,
              "nothing of the plugin's is in "
                  + source.name()
                  + ": expected keys of "
                  + AquatopeConfig.PATH
                  + ", or a provider of io.aquatope under "
                  + SPI));
    }
    problems.addAll(ConfigCheck.problemsWithDefaults(check.resolved));
    problems.addAll(NamedFiles.problems(check.resolved, source.files()));
    return problems.stream()
        .map(check::placed)
        .distinct()
        .sorted(comparing(ConfigProblem::key))
        .toList();
  }

  private boolean isOurs() {
    return has(AquatopeConfig.PATH) || hasProvider();
  }

  private boolean has(String path) {
    try {
      return source.values().hasPathOrNull(path);
    } catch (ConfigException.NotResolved e) {
      return true;
    }
  }

  /** Whether a provider is the plugin's, or nearly called so. */
  private boolean hasProvider() {
    try {
      return resolved.hasPath(SPI)
          && resolved.getObject(SPI).values().stream()
              .anyMatch(value -> value.render().toLowerCase(Locale.ROOT).contains(NAME));
    } catch (ConfigException e) {
      return false; // a section of another kind, or one that depends on what is not here
    }
  }

  /** Sections that are nearly called as the plugin's is, at the two places where one looks. */
  private List<ConfigProblem> misspeltSections() {
    List<ConfigProblem> problems = new ArrayList<>();
    source
        .values()
        .root()
        .forEach(
            (name, value) -> {
              compare(name, value, problems);
              if (value instanceof ConfigObject object && isReadable(object)) {
                object.forEach(
                    (inner, innerValue) ->
                        compare(ConfigUtil.joinPath(name, inner), innerValue, problems));
              }
            });
    return problems;
  }

  private static boolean isReadable(ConfigObject object) {
    try {
      return !object.keySet().isEmpty();
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }

  private static void compare(String path, ConfigValue value, List<ConfigProblem> problems) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean isNear =
        EditDistance.between(lower, AquatopeConfig.PATH) <= NEAR
            || EditDistance.between(lower, NAME) <= 2
            || lower.startsWith("config_whisk_" + NAME);
    if (isNear && !path.equals(AquatopeConfig.PATH)) {
      problems.add(
          new ConfigProblem(
              path,
              String.format(
                  Locale.ROOT,
                  "nothing reads this key, did you mean '%s'? (%s)",
                  AquatopeConfig.PATH,
                  value.origin().description())));
    }
  }

  /** A problem with the variable that it comes from, if its message does not name it. */
  private ConfigProblem placed(ConfigProblem problem) {
    String place = source.places().get(problem.key());
    return place == null || problem.message().contains(place)
        ? problem
        : new ConfigProblem(problem.key(), problem.message() + " (" + place + ")");
  }
}
