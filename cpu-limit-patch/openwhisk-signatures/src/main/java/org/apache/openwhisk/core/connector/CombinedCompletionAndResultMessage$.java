/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.InstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;

public final class CombinedCompletionAndResultMessage$ {
  public static final CombinedCompletionAndResultMessage$ MODULE$ =
      new CombinedCompletionAndResultMessage$();

  public CombinedCompletionAndResultMessage apply(
      TransactionMetadata transid, WhiskActivation activation, InstanceId instance) {
    throw new SignatureOnly();
  }
}
