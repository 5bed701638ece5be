/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.ack;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.connector.MessageProducer;

public class UserEventSender implements EventSender {
  public UserEventSender(MessageProducer producer) {
    throw new SignatureOnly();
  }
}
