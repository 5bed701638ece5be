/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.containerpool.logging.LogStore;

public class LogStoreCollector implements Invoker$LogsCollector {
  public LogStoreCollector(LogStore store) {
    throw new SignatureOnly();
  }
}
