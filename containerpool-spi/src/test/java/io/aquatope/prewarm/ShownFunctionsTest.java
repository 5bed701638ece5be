/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static io.aquatope.prewarm.ManyFunctionsPool.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which functions the status page shows. */
final class ShownFunctionsTest {

  private static final int MOST = 1000;

  private List<OutlookSnapshot> shown = List.of();

  private final ManyFunctionsPool pool =
      new ManyFunctionsPool(
          4096,
          PrewarmSetup.virtual()
              .with(PrewarmSettings.DEFAULT.withFunctions(10_000))
              .with(new FakeForecastModel(0))
              .with(
                  new PrewarmListener() {
                    @Override
                    public void planned(OutlookView outlooks, long nowMicros) {
                      shown = outlooks.all();
                    }
                  }));

  /** An operator who looked for a tenant's functions found those of the busiest one only. */
  @Test
  void aNamespaceThatCallsManyFunctionsLeavesThoseOfOthersShown() {
    for (int i = 0; i < 10; i++) {
      pool.call(function("victim", "a" + i, "1"));
    }
    for (int i = 0; i < 3 * MOST; i++) {
      pool.call(function("hostile", "a" + i, "1"));
    }
    pool.nextWindow();
    pool.second();

    List<String> actions = new ArrayList<>();
    shown.forEach(outlook -> actions.add(outlook.function().id().namespace()));
    assertThat(actions).hasSizeLessThanOrEqualTo(MOST).contains("hostile");
    assertThat(actions).filteredOn("victim"::equals).hasSize(10);
  }
}
