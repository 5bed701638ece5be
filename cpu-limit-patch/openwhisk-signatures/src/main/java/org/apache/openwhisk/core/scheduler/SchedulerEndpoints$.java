/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.scheduler;

import org.apache.openwhisk.SignatureOnly;
import scala.util.Try;

public final class SchedulerEndpoints$ {
  public static final SchedulerEndpoints$ MODULE$ = new SchedulerEndpoints$();

  public Try<SchedulerEndpoints> parse(String text) {
    throw new SignatureOnly();
  }
}
