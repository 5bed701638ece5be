/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;

/** A search whose tuner hears of each arrival. */
record HeldMemorySearch(Search search, HeldMemoryTuner tuner) implements Steering {

  @Override
  public Choice choose(long nowMicros) {
    tuner.arrived(nowMicros);
    return search.choose(nowMicros);
  }

  @Override
  public void ended(Request request) {
    search.ended(request);
  }
}
