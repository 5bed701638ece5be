/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys of a configuration as a page to read: for each its default, the environment variable
 * that OpenWhisk's images know it by, and what the comment above it says. An indented part of a
 * comment is shown as it is.
 */
final class ConfigurationPage {

  private static final String INDENTED = "  ";

  private final Config defaults;
  private final Map<String, String> additions;

  ConfigurationPage(Config defaults) {
    this(defaults, Map.of());
  }

  /**
   * @param additions by key, the text that follows its comment
   */
  ConfigurationPage(Config defaults, Map<String, String> additions) {
    this.defaults = defaults;
    this.additions = additions;
  }

  /** All keys below {@code path}, in the order of the file. */
  String below(String path) {
    return keys(path).filter(key -> !isSection(key)).map(this::entry).collect(joining())
        + keys(path).filter(this::isSection).map(this::section).collect(joining());
  }

  private Stream<String> keys(String path) {
    ConfigObject object = defaults.getObject(path);
    return object.entrySet().stream()
        .sorted(comparingInt(entry -> entry.getValue().origin().lineNumber()))
        .map(Map.Entry::getKey)
        .map(key -> path + "." + key);
  }

  private boolean isSection(String key) {
    return defaults.getValue(key).valueType() == ConfigValueType.OBJECT;
  }

  private String section(String path) {
    return "## `" + path + "`\n\n" + meaning(path) + below(path);
  }

  private String entry(String key) {
    return "### `%s`\n\nDefault `%s`, in images `%s`\n\n%s"
            .formatted(key, value(key), environmentVariable(key), meaning(key))
        + additions.getOrDefault(key, "");
  }

  private String value(String key) {
    ConfigValue value = defaults.getValue(key);
    String text = value.render(ConfigRenderOptions.concise());
    boolean isPlain = value.valueType() == ConfigValueType.STRING && text.length() > 2;
    return isPlain ? text.substring(1, text.length() - 1) : text;
  }

  /** As {@code transformEnvironment.sh} of OpenWhisk's images reads it back. */
  private static String environmentVariable(String key) {
    return "CONFIG_"
        + Splitter.on('.')
            .splitToStream(key)
            .map(part -> CaseFormat.LOWER_HYPHEN.to(CaseFormat.LOWER_CAMEL, part))
            .collect(joining("_"));
  }

  private String meaning(String key) {
    List<String> comment = defaults.getValue(key).origin().comments();
    StringBuilder page = new StringBuilder();
    boolean isShown = false;
    for (String line : comment) {
      String text = line.startsWith(" ") ? line.substring(1) : line;
      if (text.startsWith(INDENTED) != isShown && !text.isEmpty()) {
        isShown = !isShown;
        page.append(isShown ? fence(page) : "```\n\n");
      }
      page.append(text).append('\n');
    }
    return page.append(isShown ? "```\n\n" : "\n").toString();
  }

  private static String fence(StringBuilder before) {
    return before.length() == 0 || before.toString().endsWith("\n\n") ? "```\n" : "\n```\n";
  }
}
