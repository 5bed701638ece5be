/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.Option;

public class PingMessage implements Message {
  public PingMessage(InvokerInstanceId instance, Option<Object> isEnabled) {
    throw new SignatureOnly();
  }
}
