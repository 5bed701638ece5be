/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.core.entity.ActivationResponse;

public class InitializationError extends Exception {
  private final Interval interval;
  private final ActivationResponse response;

  public InitializationError(Interval interval, ActivationResponse response) {
    super(response.toString());
    this.interval = interval;
    this.response = response;
  }

  public Interval interval() {
    return interval;
  }

  public ActivationResponse response() {
    return response;
  }
}
