/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.ack;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.AcknowledegmentMessage;
import org.apache.openwhisk.core.connector.AcknowledgementMessage;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.concurrent.Future;

public interface ActiveAck {
  Future<Object> apply(
      TransactionMetadata tid,
      WhiskActivation activationResult,
      boolean blockingInvoke,
      ControllerInstanceId controllerInstance,
      String userId,
      AcknowledgementMessage acknowledgement);

  /** The only method in OpenWhisk before October 2024. */
  default Future<Object> apply(
      TransactionMetadata tid,
      WhiskActivation activationResult,
      boolean blockingInvoke,
      ControllerInstanceId controllerInstance,
      String userId,
      AcknowledegmentMessage acknowledgement) {
    throw new SignatureOnly();
  }
}
