/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import io.aquatope.config.ConfigProblem;
import io.aquatope.settings.VariableNotation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Configuration that a process of OpenWhisk's images reads from its environment. The images make
 * system properties of the variables whose name begins with {@code CONFIG_}, and a file of the
 * value of one variable. Options of the virtual machine add to them.
 */
final class WhiskEnvironment {

  /** The variable that contains a whole configuration file. */
  static final String INLINE_FILE = "OPENWHISK_CONFIG";

  private static final String ENCODED_FILE = "OPENWHISK_ENCODED_CONFIG";
  private static final Pattern OPTIONS =
      Pattern.compile("JAVA_OPTS|JDK_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|[A-Z]+_OPTS");
  private static final Pattern PROPERTY =
      Pattern.compile("(?:^|\\s)['\"]?-D([\\w.-]+)=('[^']*'|\"[^\"]*\"|\\S*)");
  private static final String CONFIG_FILE = "config.file";

  private final Map<String, EnvironmentVariable> variables = new LinkedHashMap<>();
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<String> remarks;
  private final String source;

  private WhiskEnvironment(EnvironmentText text) {
    source = text.toString();
    remarks = new ArrayList<>(text.remarks());
    text.variables().forEach(variable -> variables.put(variable.name(), variable));
  }

  /**
   * The configuration that a process reads from an environment.
   *
   * @param files that the environment may name
   * @throws ConfigException if the environment contains a file that is no HOCON
   */
  static ConfigSource read(EnvironmentText text, FileContents files) {
    WhiskEnvironment environment = new WhiskEnvironment(text);
    environment.variables.values().forEach(environment::addOptions);
    environment.variables.values().forEach(environment::add);
    Config file = environment.file(files);
    return new ConfigSource(
        environment.asConfig().withFallback(file),
        environment.source,
        environment.places,
        environment.problems,
        environment.remarks,
        files);
  }

  private void add(EnvironmentVariable variable) {
    if (!variable.name().startsWith(VariableNotation.PREFIX)
        || variable.name().length() == VariableNotation.PREFIX.length()) {
      return;
    }
    String value = referenced(variable).stripTrailing();
    if (value.isEmpty()) {
      return;
    }
    String key = VariableNotation.key(variable.name());
    if (value.indexOf('\'') >= 0 || value.indexOf('\n') >= 0) {
      problems.add(
          new ConfigProblem(
              key,
              "the value has a quote or a line break, which OpenWhisk's images cannot pass on ("
                  + place(variable)
                  + ")"));
    }
    properties.put(key, value);
    places.put(key, place(variable));
  }

  /** The value of the variable that a value refers to with a dollar sign, or the value itself. */
  private String referenced(EnvironmentVariable variable) {
    String value = variable.value();
    if (value.startsWith("$")) {
      EnvironmentVariable other = variables.get(value.substring(1));
      if (other != null && !other.value().isEmpty()) {
        return other.value();
      }
    }
    return value;
  }

  private void addOptions(EnvironmentVariable variable) {
    if (OPTIONS.matcher(variable.name()).matches()) {
      Matcher property = PROPERTY.matcher(variable.value());
      while (property.find()) {
        String value = property.group(2);
        boolean isQuoted = value.startsWith("'") || value.startsWith("\"");
        properties.put(
            property.group(1), isQuoted ? value.substring(1, value.length() - 1) : value);
        places.put(property.group(1), place(variable));
      }
    }
  }

  private static String place(EnvironmentVariable variable) {
    return variable.place() + ", " + variable.name();
  }

  /** The properties, as the configuration library takes the system's: each value is a text. */
  private Config asConfig() {
    Config config = ConfigFactory.empty(source);
    for (Map.Entry<String, String> property : properties.entrySet()) {
      // The keys come sorted, so that an object replaces a text of the same name, as it does there.
      config =
          config.withValue(
              ConfigUtil.joinPath(property.getKey().split("\\.")),
              ConfigValueFactory.fromAnyRef(
                  property.getValue(), places.getOrDefault(property.getKey(), source)));
    }
    return config;
  }

  private Config file(FileContents files) {
    EnvironmentVariable inline = variables.get(INLINE_FILE);
    if (inline != null && !inline.value().isEmpty()) {
      return parsed(inline.value(), inline);
    }
    EnvironmentVariable encoded = variables.get(ENCODED_FILE);
    if (encoded != null && !encoded.value().isEmpty()) {
      try {
        return parsed(new String(Base64.getMimeDecoder().decode(encoded.value()), UTF_8), encoded);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            place(encoded) + ": expected a configuration file in base64: " + e.getMessage(), e);
      }
    }
    String named = properties.get(CONFIG_FILE);
    return named == null ? ConfigFactory.empty() : namedFile(named, files);
  }

  private Config namedFile(String name, FileContents files) {
    try {
      return ConfigFactory.parseString(
          files.text(name), ConfigParseOptions.defaults().setOriginDescription(name));
    } catch (java.io.IOException e) {
      problems.add(new ConfigProblem(CONFIG_FILE, String.valueOf(e.getMessage())));
      return ConfigFactory.empty();
    }
  }

  private static Config parsed(String text, EnvironmentVariable variable) {
    return ConfigFactory.parseString(
        text, ConfigParseOptions.defaults().setOriginDescription(place(variable)));
  }
}
