/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notation of keys as environment variables of OpenWhisk's images: {@code CONFIG_a_bC} stands for
 * {@code a.b-c}.
 */
public final class VariableNotation {

  /** The beginning of all variables that stand for keys. */
  public static final String PREFIX = "CONFIG_";

  private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern KEBAB = Pattern.compile("-([a-z])");

  private VariableNotation() {}

  /** The key that a variable sets, as OpenWhisk's images make it. */
  public static String key(String variable) {
    List<String> parts = new ArrayList<>();
    for (String part : variable.substring(PREFIX.length()).split("_")) {
      if (!part.isEmpty()) {
        parts.add(Character.isUpperCase(part.charAt(0)) ? part : kebab(part));
      }
    }
    return String.join(".", parts);
  }

  /**
   * One part of a key as it comes out of the images, if it is set by a variable. They separate no
   * word after a word of one letter: {@code at-a-time} comes as {@code at-aTime}.
   */
  public static String imageSpelling(String key) {
    Matcher dash = KEBAB.matcher(key);
    StringBuilder camel = new StringBuilder();
    int end = 0;
    while (dash.find()) {
      camel.append(key, end, dash.start()).append(Character.toUpperCase(dash.group(1).charAt(0)));
      end = dash.end();
    }
    return kebab(camel.append(key, end, key.length()).toString());
  }

  private static String kebab(String part) {
    Matcher hump = CAMEL.matcher(part);
    StringBuilder key = new StringBuilder();
    int end = 0;
    while (hump.find()) {
      key.append(part, end, hump.start()).append(hump.group(1)).append('-');
      key.append(Character.toLowerCase(hump.group(2).charAt(0)));
      end = hump.end();
    }
    return key.append(part, end, part.length()).toString();
  }
}
