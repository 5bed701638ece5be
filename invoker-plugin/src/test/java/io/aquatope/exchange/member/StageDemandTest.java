/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StageDemandTest {

  private static final long MINUTE = 60_000;

  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  @Test
  void invokersThatRunAnActionShareItsCalls() {
    beat("invoker0");
    beat("invoker1");
    tell(Records.SHOP_DEFINED);
    for (int i = 0; i < 8; i++) {
      tell(ended(i % 2 == 0 ? "invoker0" : "invoker1", 10));
    }
    tell(ended("invoker0", 12));

    assertThat(StageDemand.of(state, "guest", "guest/cart", 12))
        .containsExactly(new StageDemand.Minute(4, 4 * 0.25 / 60), new StageDemand.Minute(0, 0));
  }

  @Test
  void whoHasLeftHasNoShare() {
    beat("invoker0");
    tell(Records.SHOP_DEFINED, ended("invoker0", 10), ended("gone", 10));

    assertThat(StageDemand.of(state, "guest", "guest/cart", 11))
        .extracting(StageDemand.Minute::calls)
        .containsExactly(2);
  }

  @Test
  void ofOtherActionsNothingIsKnown() {
    tell(Records.SHOP_DEFINED, ended("invoker0", 10));

    assertThat(StageDemand.of(state, "guest", "guest/other", 11)).isEmpty();
  }

  private void beat(String invoker) {
    state = LogFold.fold(state, Records.message(invoker, 1, new Heartbeat()));
  }

  private void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }

  private static InstanceReport ended(String invoker, long minute) {
    return new InstanceReport(
        "shop",
        Records.SHOP.version(),
        "t",
        true,
        minute * MINUTE,
        new WorkflowInstance(
            600, Map.of("cart", Records.seen(invoker, 1000), "pay", Records.seen(invoker, 1000))));
  }
}
