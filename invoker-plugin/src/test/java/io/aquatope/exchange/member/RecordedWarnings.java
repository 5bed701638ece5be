/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.ExchangeEvents;
import java.util.List;

/** Keeps what operators are warned of, and nothing else. */
record RecordedWarnings(List<String> warnings) implements ExchangeEvents {

  @Override
  public void told(String line) {}

  @Override
  public void warned(String line) {
    warnings.add(line);
  }
}
