/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with the variables of an environment: lines {@code NAME=value} as in the files that
 * containers and services are started with and as {@code env} prints them, or the memory of a
 * process, where a null character follows each variable.
 */
final class EnvironmentText {

  private static final Pattern OURS =
      Pattern.compile("(?m)^\\s*(?:export\\s+)?(?:CONFIG_\\w+|OPENWHISK_(?:ENCODED_)?CONFIG)\\s*=");
  private static final Splitter ENTRIES = Splitter.on('\0');
  private static final Splitter LINES = Splitter.onPattern("\r?\n|\r");
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)=(.*)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_]*\\s*");

  private final String source;
  private final List<EnvironmentVariable> variables = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private EnvironmentText(String source) {
    this.source = source;
  }

  /** Whether a text has variables of OpenWhisk's images, or comes from a process. */
  static boolean isEnvironment(String text, String name) {
    return name.endsWith(".env") || text.indexOf('\0') >= 0 || OURS.matcher(text).find();
  }

  /**
   * Parses a text.
   *
   * @param source of the text, for messages
   * @throws IllegalArgumentException naming the line that is no variable
   */
  static EnvironmentText parse(String text, String source) {
    EnvironmentText environment = new EnvironmentText(source);
    if (text.indexOf('\0') >= 0) {
      for (String part : ENTRIES.split(text)) {
        Matcher variable = LINE.matcher(part);
        if (variable.matches()) {
          environment.add(variable.group(1), variable.group(2), source);
        }
      }
    } else {
      int number = 0;
      for (String line : LINES.split(text)) {
        number++;
        environment.line(line, source + ": " + number);
      }
    }
    return environment;
  }

  List<EnvironmentVariable> variables() {
    return variables;
  }

  List<String> remarks() {
    return remarks;
  }

  private void line(String line, String place) {
    Matcher variable = LINE.matcher(line);
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return;
    } else if (variable.matches()) {
      add(variable.group(1), unquoted(variable.group(2), place), place);
    } else if (NAME.matcher(line).matches()) {
      remarks.add(
          place
              + ": "
              + line.strip()
              + " has no value here; Docker takes it from its own environment, which is not"
              + " checked");
    } else if (isContinuation()) {
      EnvironmentVariable last = variables.remove(variables.size() - 1);
      variables.add(new EnvironmentVariable(last.name(), last.value() + "\n" + line, last.place()));
    } else {
      throw new IllegalArgumentException(place + ": expected NAME=value, a comment or nothing");
    }
  }

  /** A whole file of configuration may be the value of one variable, over several lines. */
  private boolean isContinuation() {
    return !variables.isEmpty()
        && variables.get(variables.size() - 1).name().equals(WhiskEnvironment.INLINE_FILE);
  }

  private void add(String name, String value, String place) {
    if (variables.removeIf(variable -> variable.name().equals(name))) {
      remarks.add(place + ": " + name + " is set twice; the later value counts");
    }
    variables.add(new EnvironmentVariable(name, value, place));
  }

  private String unquoted(String value, String place) {
    String stripped = value.strip();
    boolean isQuoted =
        stripped.length() >= 2
            && (stripped.startsWith("\"") || stripped.startsWith("'"))
            && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
    if (!isQuoted) {
      return stripped;
    }
    remarks.add(
        place
            + ": the value is taken without its quotes, as shells, systemd and Compose do;"
            + " 'docker run --env-file' would keep them");
    return stripped.substring(1, stripped.length() - 1);
  }

  @Override
  public String toString() {
    return source;
  }
}
