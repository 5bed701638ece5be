/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.logging;

import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

public interface LogStore {
  Map<String, Set<String>> containerParameters();
}
