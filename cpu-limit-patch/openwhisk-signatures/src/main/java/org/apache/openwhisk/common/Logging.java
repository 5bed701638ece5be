/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;
import scala.Function0;

public interface Logging {
  default void debug(Object from, Function0<String> message, TransactionMetadata id) {
    throw new SignatureOnly();
  }

  default void info(Object from, Function0<String> message, TransactionMetadata id) {
    throw new SignatureOnly();
  }

  default void warn(Object from, Function0<String> message, TransactionMetadata id) {
    throw new SignatureOnly();
  }

  default void error(Object from, Function0<String> message, TransactionMetadata id) {
    throw new SignatureOnly();
  }

  void emit(int logLevel, TransactionMetadata id, Object from, Function0<String> message);
}
