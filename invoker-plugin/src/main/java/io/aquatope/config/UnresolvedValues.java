/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a section that refer to what is not defined, as {@code ${X}} does without an X. */
final class UnresolvedValues {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*\\}");
  private static final String MERGED = ",\\s*reference\\.conf.*$";

  private final Config config;
  private final String section;
  private final List<ConfigProblem> problems = new ArrayList<>();

  private UnresolvedValues(Config config, String section) {
    this.config = config;
    this.section = section;
  }

  /** The values of a section of a configuration that is resolved as far as it can be. */
  static UnresolvedValues of(Config config, String section) {
    UnresolvedValues values = new UnresolvedValues(config, section);
    ConfigValue value = config.root();
    String path = "";
    for (String part : ConfigUtil.splitPath(section)) {
      value = isResolvedHere(value) ? ((ConfigObject) value).get(part) : value;
      path = path.isEmpty() ? part : path + "." + part;
      if (value == null || !isResolvedHere(value)) {
        break;
      }
    }
    if (value != null) {
      values.collect(path, value);
    }
    return values;
  }

  List<ConfigProblem> problems() {
    return problems;
  }

  /** The configuration with the defaults in place of these values. */
  Config corrected(Config reference) {
    Config corrected = config;
    for (ConfigProblem problem : problems) {
      String key = section.startsWith(problem.key()) ? section : problem.key();
      corrected = corrected.withoutPath(key.equals(section) ? problem.key() : key);
      if (reference.hasPath(key)) {
        corrected = corrected.withValue(key, reference.getValue(key));
      }
    }
    return corrected;
  }

  private void collect(String path, ConfigValue value) {
    if (!isResolvedHere(value)) {
      problems.add(new ConfigProblem(path, message(value)));
    } else if (value instanceof ConfigObject object) {
      object.forEach((name, inner) -> collect(path + "." + ConfigUtil.joinPath(name), inner));
    } else if (value instanceof ConfigList list) {
      int before = problems.size();
      list.forEach(inner -> collect(path, inner));
      if (problems.size() > before + 1) {
        problems.subList(before + 1, problems.size()).clear();
      }
    }
  }

  private static String message(ConfigValue value) {
    Set<String> references = new TreeSet<>();
    Matcher reference = REFERENCE.matcher(value.render(ConfigRenderOptions.concise()));
    while (reference.find()) {
      references.add(reference.group());
    }
    // The library merges the defaults into the value, which is none of the user's concern.
    String place =
        value.origin().description().replaceFirst("^merge of ", "").replaceFirst(MERGED, "");
    return String.join(", ", references)
        + (references.size() == 1 ? " is" : " are")
        + " neither a key of this configuration nor an environment variable here: set it, or write"
        + " ${?...} to leave the key at its default ("
        + place
        + ")";
  }

  /** Whether a value itself is known; the values in it may not be. */
  private static boolean isResolvedHere(ConfigValue value) {
    try {
      if (value instanceof ConfigObject object) {
        var unused = object.size();
      } else {
        var unused = value.valueType();
      }
      return true;
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }
}
