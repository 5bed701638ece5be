/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.ack;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.AcknowledgementMessage;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

public class HealthActionAck implements ActiveAck {
  public HealthActionAck(MessageProducer producer, Logging logging, ExecutionContext context) {
    throw new SignatureOnly();
  }

  @Override
  public Future<Object> apply(
      TransactionMetadata tid,
      WhiskActivation activationResult,
      boolean blockingInvoke,
      ControllerInstanceId controllerInstance,
      String userId,
      AcknowledgementMessage acknowledgement) {
    throw new SignatureOnly();
  }
}
