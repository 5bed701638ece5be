/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

public class RegisterData {
  private final String key;
  private final String value;
  private final boolean failoverEnabled;

  public RegisterData(String key, String value, boolean failoverEnabled) {
    this.key = key;
    this.value = value;
    this.failoverEnabled = failoverEnabled;
  }

  public String key() {
    return key;
  }

  public String value() {
    return value;
  }

  public boolean failoverEnabled() {
    return failoverEnabled;
  }
}
