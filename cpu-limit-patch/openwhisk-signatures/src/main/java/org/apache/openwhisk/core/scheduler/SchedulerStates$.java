/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.scheduler;

import org.apache.openwhisk.SignatureOnly;
import scala.util.Try;

public final class SchedulerStates$ {
  public static final SchedulerStates$ MODULE$ = new SchedulerStates$();

  public Try<SchedulerStates> parse(String text) {
    throw new SignatureOnly();
  }
}
