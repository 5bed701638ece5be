/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import scala.Function0;

/** Logs nothing. */
public final class FakeLogging implements Logging {
  @Override
  public void emit(int level, TransactionMetadata id, Object from, Function0<String> message) {}
}
