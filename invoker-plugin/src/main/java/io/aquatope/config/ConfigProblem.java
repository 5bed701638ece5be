/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

/**
 * An error in the configuration.
 *
 * @param key the full path of the key
 * @param message the value, and what was expected
 */
public record ConfigProblem(String key, String message) {

  @Override
  public String toString() {
    return key + ": " + message;
  }
}
