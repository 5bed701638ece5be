/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import java.time.Instant;
import scala.Option;

public class TransactionMetadata {
  private final String id;
  private final Instant start;
  private final boolean extraLogging;
  private final Option<TransactionMetadata> parent;

  public TransactionMetadata(
      String id, Instant start, boolean extraLogging, Option<TransactionMetadata> parent) {
    this.id = id;
    this.start = start;
    this.extraLogging = extraLogging;
    this.parent = parent;
  }

  public String id() {
    return id;
  }

  public Instant start() {
    return start;
  }

  public boolean extraLogging() {
    return extraLogging;
  }

  public Option<TransactionMetadata> parent() {
    return parent;
  }
}
