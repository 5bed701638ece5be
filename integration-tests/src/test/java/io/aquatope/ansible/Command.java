/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A program that is run to its end. */
final class Command {

  /**
   * @param status the exit status
   * @param output what it wrote to both streams
   */
  record Result(int status, String output) {}

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private Command() {}

  /** The words of a command line that quotes none. */
  static List<String> words(String command) {
    return WORDS.splitToList(command);
  }

  /** What a program prints that must succeed. */
  static String output(String command) {
    return output(words(command));
  }

  static String output(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(Arrays.asList(more));
    Result result = run(Path.of("").toAbsolutePath(), Map.of(), all);
    if (result.status() != 0) {
      throw new IllegalStateException(String.join(" ", all) + ": " + result.output());
    }
    return result.output();
  }

  static Result run(Path folder, Map<String, String> environment, List<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new IllegalStateException(words.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
