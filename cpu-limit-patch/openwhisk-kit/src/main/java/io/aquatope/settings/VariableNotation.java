/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Notation of keys as environment variables of OpenWhisk's images: {@code CONFIG_a_bC} stands for
 * {@code a.b-c}.
 */
public final class VariableNotation {

  /** The beginning of all variables that stand for keys. */
  public static final String PREFIX = "CONFIG_";

  private static final Splitter UNDERSCORES = Splitter.on('_').omitEmptyStrings();
  private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern KEBAB = Pattern.compile("-([a-z])");

  private VariableNotation() {}

  /** The key that a variable sets, as OpenWhisk's images make it. */
  public static String key(String variable) {
    List<String> parts = new ArrayList<>();
    for (String part : UNDERSCORES.split(variable.substring(PREFIX.length()))) {
      parts.add(Character.isUpperCase(part.charAt(0)) ? part : kebab(part));
    }
    return String.join(".", parts);
  }

  /**
   * One part of a key as it comes out of the images, if it is set by a variable. They separate no
   * word after a word of one letter: {@code at-a-time} comes as {@code at-aTime}.
   */
  public static String imageSpelling(String key) {
    return kebab(KEBAB.matcher(key).replaceAll(dash -> Ascii.toUpperCase(dash.group(1))));
  }

  private static String kebab(String part) {
    return CAMEL
        .matcher(part)
        .replaceAll(hump -> hump.group(1) + "-" + Ascii.toLowerCase(hump.group(2)));
  }
}
