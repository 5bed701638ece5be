/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import scala.Tuple4;
import scala.collection.Iterable;
import scala.concurrent.duration.FiniteDuration;

public interface MessageConsumer {
  Iterable<Tuple4<String, Object, Object, byte[]>> peek(FiniteDuration duration, int retry);

  void commit(int retry);
}
