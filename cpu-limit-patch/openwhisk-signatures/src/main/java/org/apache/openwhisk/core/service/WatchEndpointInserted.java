/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

public class WatchEndpointInserted extends WatchEndpointOperation {
  private final String watchKey;
  private final String key;
  private final String value;
  private final boolean isPrefix;

  public WatchEndpointInserted(String watchKey, String key, String value, boolean isPrefix) {
    this.watchKey = watchKey;
    this.key = key;
    this.value = value;
    this.isPrefix = isPrefix;
  }

  public String watchKey() {
    return watchKey;
  }

  public String key() {
    return key;
  }

  public String value() {
    return value;
  }

  public boolean isPrefix() {
    return isPrefix;
  }
}
