/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common.tracing;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import scala.Option;
import scala.collection.immutable.Map;

public interface WhiskTracer {
  default void setTraceContext(TransactionMetadata transid, Option<Map<String, String>> context) {
    throw new SignatureOnly();
  }
}
