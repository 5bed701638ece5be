/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;
import scala.Function0;

public final class TransactionId$ {
  public static final TransactionId$ MODULE$ = new TransactionId$();

  public TransactionMetadata unknown() {
    throw new SignatureOnly();
  }

  public TransactionMetadata controller() {
    throw new SignatureOnly();
  }

  public TransactionMetadata invoker() {
    throw new SignatureOnly();
  }

  public TransactionMetadata invokerWarmup() {
    throw new SignatureOnly();
  }

  public StartMarker started$extension(
      TransactionMetadata id,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    throw new SignatureOnly();
  }

  public void mark$extension(
      TransactionMetadata id,
      Object from,
      LogMarkerToken marker,
      Function0<String> message,
      int logLevel,
      Logging logging) {
    throw new SignatureOnly();
  }

  public TransactionMetadata warmUp() {
    throw new SignatureOnly();
  }

  public TransactionMetadata invokerNanny() {
    throw new SignatureOnly();
  }
}
