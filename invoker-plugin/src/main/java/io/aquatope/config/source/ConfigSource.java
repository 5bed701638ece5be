/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A configuration as an operator holds it, and what its form says about it.
 *
 * @param values without the defaults, not resolved
 * @param name for messages
 * @param places of keys that come from variables
 * @param problems of the form
 * @param remarks of no consequence
 * @param files that it may name
 */
public record ConfigSource(
    Config values,
    String name,
    Map<String, String> places,
    List<ConfigProblem> problems,
    List<String> remarks,
    FileContents files) {

  /**
   * Reads a file: HOCON, JSON, properties, variables line by line, or the environment of a process
   * under {@code /proc}.
   *
   * @throws IOException if the file cannot be read
   * @throws ConfigException if its text is not in its form; names the line
   * @throws IllegalArgumentException if a line is no variable; names the line
   */
  public static ConfigSource of(Path file) throws IOException {
    String text = LocalFiles.read(file, file.toString());
    FileContents files = new LocalFiles(file);
    if (EnvironmentText.isEnvironment(text, file.toString())) {
      return WhiskEnvironment.read(EnvironmentText.parse(text, file.toString()), files);
    }
    // The library knows the form by the name, and finds files that are included.
    return new ConfigSource(
        ConfigFactory.parseFile(file.toFile()),
        file.toString(),
        Map.of(),
        List.of(),
        List.of(),
        files);
  }

  /**
   * Reads the environment of a process.
   *
   * @param variables each as {@code NAME=value}
   * @param name of the process, for messages
   */
  public static ConfigSource ofEnvironment(
      List<String> variables, String name, FileContents files) {
    return WhiskEnvironment.read(
        EnvironmentText.parse(String.join("\0", variables) + "\0", name), files);
  }
}
