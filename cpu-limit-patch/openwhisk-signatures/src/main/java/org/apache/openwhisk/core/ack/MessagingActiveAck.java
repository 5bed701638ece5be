/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.ack;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.AcknowledgementMessage;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.InstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

public class MessagingActiveAck implements ActiveAck {
  public MessagingActiveAck(
      MessageProducer producer,
      InstanceId instance,
      Option<EventSender> eventSender,
      Logging logging,
      ExecutionContext ec) {
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
