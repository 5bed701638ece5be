/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.duration.FiniteDuration;

public final class TimeLimit$ {
  public static final TimeLimit$ MODULE$ = new TimeLimit$();

  public FiniteDuration MAX_DURATION() {
    throw new SignatureOnly();
  }
}
