/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

/**
 * Something wrong in the configuration.
 *
 * @param key the full path of the key
 * @param message what its value is, and what was expected
 */
public record ConfigProblem(String key, String message) {

  @Override
  public String toString() {
    return key + ": " + message;
  }
}
