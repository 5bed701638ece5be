/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.database.DocumentTypeMismatchException;
import org.apache.openwhisk.core.database.DocumentUnreadable;
import org.apache.openwhisk.core.database.NoDocumentException;
import org.apache.openwhisk.core.entity.ActionLimitsException;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.http.Messages$;

/** Answers to users whose activation cannot run. */
final class ActivationRejection {

  private static final ActivationResponse$ RESPONSES = ActivationResponse$.MODULE$;

  private ActivationRejection() {}

  static ActivationResponse response(Throwable cause) {
    Messages$ messages = Messages$.MODULE$;
    if (cause instanceof NoDocumentException) {
      return RESPONSES.applicationError(messages.actionRemovedWhileInvoking());
    } else if (WhiskFeature.ACTION_LIMITS_CHECK.isPresent() && exceedsLimits(cause)) {
      return RESPONSES.applicationError(cause.getMessage());
    } else if (cause instanceof ActionTooLargeException) {
      return RESPONSES.whiskError(cause.getMessage());
    } else if (cause instanceof DocumentTypeMismatchException
        || cause instanceof DocumentUnreadable) {
      return RESPONSES.whiskError(messages.actionMismatchWhileInvoking());
    } else {
      return RESPONSES.whiskError(messages.actionFetchErrorWhileInvoking());
    }
  }

  @LinksWith(WhiskFeature.ACTION_LIMITS_CHECK)
  private static boolean exceedsLimits(Throwable cause) {
    return cause instanceof ActionLimitsException;
  }
}
