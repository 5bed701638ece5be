/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.StartKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class PreparationMetricsTest {

  @Test
  void eachKindOfStartHasATokenThatOpenWhiskUnderstands() {
    assertThat(EnumSet.allOf(StartKind.class))
        .extracting(start -> PreparationMetrics.token(start).toString())
        .doesNotHaveDuplicates()
        .contains("aquatope_start_warm", "aquatope_start_stemCell", "aquatope_start_warmingCold");
  }
}
