/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.scheduler;

import org.apache.openwhisk.SignatureOnly;

public class SchedulerStates {
  public SchedulerEndpoints endpoints() {
    throw new SignatureOnly();
  }
}
