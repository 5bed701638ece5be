/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static java.util.Comparator.comparingInt;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.aquatope.settings.VariableNotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Comparison of a section with the reference, for keys that the reference does not have. */
final class UnknownKeys {

  private final String path;
  private final Set<String> leaves = new TreeSet<>();
  private final List<ConfigProblem> problems = new ArrayList<>();

  private UnknownKeys(String path) {
    this.path = path;
  }

  /**
   * The unknown keys of the section at {@code path}, each with the nearest known one. A key that
   * belongs to another section is recognised.
   */
  static List<ConfigProblem> of(String path, ConfigObject section, ConfigObject reference) {
    UnknownKeys keys = new UnknownKeys(path);
    keys.collect("", reference);
    keys.compare("", section, reference);
    return keys.problems;
  }

  private void collect(String prefix, ConfigObject reference) {
    reference.forEach(
        (name, value) -> {
          if (value instanceof ConfigObject inner) {
            collect(prefix + name + ".", inner);
          } else {
            leaves.add(prefix + name);
          }
        });
  }

  private void compare(String prefix, ConfigObject section, ConfigObject reference) {
    section.forEach(
        (name, value) -> {
          ConfigValue known = known(reference, name);
          if (known == null) {
            problems.add(unknown(prefix, name, new TreeSet<>(reference.keySet())));
          } else if (known instanceof ConfigObject inner && value instanceof ConfigObject given) {
            compare(prefix + name + ".", given, inner);
          }
        });
  }

  /** The value of a key, also as OpenWhisk's images spell it if it comes from a variable. */
  private static @Nullable ConfigValue known(ConfigObject reference, String name) {
    return reference.keySet().stream()
        .filter(key -> key.equals(name) || VariableNotation.imageSpelling(key).equals(name))
        .findFirst()
        .map(reference::get)
        .orElse(null);
  }

  private ConfigProblem unknown(String prefix, String name, Set<String> siblings) {
    Set<String> candidates = new TreeSet<>(leaves);
    siblings.forEach(sibling -> candidates.add(prefix + sibling));
    return new ConfigProblem(
        path + "." + prefix + name,
        String.format(
            Locale.ROOT,
            "unknown key, did you mean '%s'? There are %s",
            nearest(prefix + name, candidates),
            siblings));
  }

  private static String nearest(String key, Set<String> keys) {
    return keys.stream().min(comparingInt(k -> EditDistance.between(k, key))).orElseThrow();
  }
}
