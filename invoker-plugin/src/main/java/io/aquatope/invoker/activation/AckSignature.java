/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.LinksWithout;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.connector.AcknowledegmentMessage;
import org.apache.openwhisk.core.connector.AcknowledgementMessage;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.Message;
import org.apache.openwhisk.core.entity.WhiskActivation;

/** The methods by which OpenWhisk acknowledges activations, with both names of their message. */
enum AckSignature {

  /** The message has the name that is spelt right. */
  ACKNOWLEDGEMENT {
    @Override
    @LinksWith(WhiskFeature.ACKNOWLEDGEMENT_MESSAGE)
    void apply(
        ActiveAck ack,
        ActivationMessage message,
        WhiskActivation activation,
        boolean blocking,
        Message completion) {
      ack.apply(
          message.transid(),
          activation,
          blocking,
          message.rootControllerIndex(),
          message.user().namespace().uuid(),
          (AcknowledgementMessage) completion);
    }
  },

  /** The message has the name of older builds. */
  ACKNOWLEDEGMENT {
    @Override
    @LinksWithout(WhiskFeature.ACKNOWLEDGEMENT_MESSAGE)
    void apply(
        ActiveAck ack,
        ActivationMessage message,
        WhiskActivation activation,
        boolean blocking,
        Message completion) {
      ack.apply(
          message.transid(),
          activation,
          blocking,
          message.rootControllerIndex(),
          message.user().namespace().uuid(),
          (AcknowledegmentMessage) completion);
    }
  };

  /** That of the OpenWhisk that is running. */
  static final AckSignature INSTALLED =
      WhiskFeature.ACKNOWLEDGEMENT_MESSAGE.isPresent() ? ACKNOWLEDGEMENT : ACKNOWLEDEGMENT;

  /**
   * Acknowledges an activation.
   *
   * @param completion the message to the controller
   */
  abstract void apply(
      ActiveAck ack,
      ActivationMessage message,
      WhiskActivation activation,
      boolean blocking,
      Message completion);
}
