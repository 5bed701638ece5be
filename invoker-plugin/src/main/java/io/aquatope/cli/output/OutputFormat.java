/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

/** Format of the standard output. */
public enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON;

  public static OutputFormat of(String text) {
    return switch (text) {
      case "table" -> TABLE;
      case "json" -> JSON;
      default -> throw new IllegalArgumentException("'" + text + "', expected table or json");
    };
  }
}
