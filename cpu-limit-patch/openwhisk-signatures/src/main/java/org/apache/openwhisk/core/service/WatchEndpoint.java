/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

import scala.collection.immutable.Set;

public class WatchEndpoint {
  private final String key;
  private final String value;
  private final boolean isPrefix;
  private final String name;
  private final Set<EtcdEvent> listenEvents;

  public WatchEndpoint(
      String key, String value, boolean isPrefix, String name, Set<EtcdEvent> listenEvents) {
    this.key = key;
    this.value = value;
    this.isPrefix = isPrefix;
    this.name = name;
    this.listenEvents = listenEvents;
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

  public String name() {
    return name;
  }

  public Set<EtcdEvent> listenEvents() {
    return listenEvents;
  }
}
