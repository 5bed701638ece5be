/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import scala.concurrent.Future;

public interface MessageProducer {
  Future<ResultMetadata> send(String topic, Message message, int retry);
}
