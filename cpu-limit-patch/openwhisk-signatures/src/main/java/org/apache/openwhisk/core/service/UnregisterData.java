/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

public class UnregisterData {
  private final String key;

  public UnregisterData(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
