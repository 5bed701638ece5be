/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

/** Value-like: component, action and state, which must not contain underscores. */
public class LogMarkerToken {
  private final String token;

  private LogMarkerToken(String token) {
    this.token = token;
  }

  public static LogMarkerToken parse(String token) {
    if (token.split("_").length != 3) {
      throw new IllegalArgumentException("no three parts: " + token);
    }
    return new LogMarkerToken(token);
  }

  @Override
  public String toString() {
    return token;
  }
}
