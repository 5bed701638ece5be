/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.core.containerpool.v2.NotSupportedPoolState;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import scala.concurrent.Future;
import scala.util.Either;

/** In OpenWhisk before November 2022, the answers are routes and not texts. */
public interface InvokerCore {
  String enable();

  String disable();

  String isEnabled();

  String backfillPrewarm();

  Future<Either<NotSupportedPoolState, TotalContainerPoolState>> getPoolState();
}
