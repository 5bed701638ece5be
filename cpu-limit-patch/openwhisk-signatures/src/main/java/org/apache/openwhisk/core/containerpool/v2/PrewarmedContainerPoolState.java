/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import scala.collection.immutable.Map;

public class PrewarmedContainerPoolState {
  private final int total;
  private final Map<String, Object> countsByKind;

  public PrewarmedContainerPoolState(int total, Map<String, Object> countsByKind) {
    this.total = total;
    this.countsByKind = countsByKind;
  }

  public int total() {
    return total;
  }

  public Map<String, Object> countsByKind() {
    return countsByKind;
  }
}
