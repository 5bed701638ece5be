/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;

/** Answers to the scheduler's creation messages. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
interface CreationAnswers {

  /** A container pulls activations for a creation. */
  void succeeded(ContainerCreationMessage creation);

  /** No container is provided for a creation. */
  void refused(ContainerCreationMessage creation, CreationFault fault, String reason);
}
