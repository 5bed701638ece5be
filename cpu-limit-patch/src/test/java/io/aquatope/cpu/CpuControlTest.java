/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuDecisions;
import io.aquatope.cpu.limit.CpuLimit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CpuControlTest {

  private final CpuControl control = new CpuControl();
  private final List<String> told = new ArrayList<>();

  /** An Error that gets to OpenWhisk's dispatcher ends the invoker. */
  @Test
  void anObserverThatFailsStopsNoOther() {
    List<Throwable> failures = new ArrayList<>();
    control.subscribe(
        run -> {
          throw new NoSuchMethodError("scripted");
        });
    control.subscribe(
        run -> {
          throw new IllegalStateException("scripted");
        });
    control.subscribe(run -> told.add(run.activation().action()));
    control.observed(Observations.ofRequest("request"), failures::add);
    assertThat(told).containsExactly("guest/hello");
    assertThat(failures).hasSize(2);
  }

  @Test
  void aDecisionTellsOfItsActionAndOfTheOneThatItDisplaces() {
    control.follow(
        new CpuControl.Follower() {
          @Override
          public void decided(String action) {
            told.add(action);
          }

          @Override
          public void dropped(String action) {
            told.add("dropped " + action);
          }
        });
    for (int i = 0; i < CpuDecisions.MOST; i++) {
      control.decide("guest/f" + i, new CpuLimit(100));
    }
    told.clear();
    control.decide("guest/more", new CpuLimit(100));
    control.withdraw("guest/f7");
    assertThat(told).containsExactly("guest/more", "dropped guest/f0", "guest/f7");
  }
}
