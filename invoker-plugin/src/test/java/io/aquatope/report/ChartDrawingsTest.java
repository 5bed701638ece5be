/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;

final class ChartDrawingsTest {

  @Test
  void everyChartTypeHasItsDrawing() {
    String drawings = PageResources.text("charts.js");

    assertThat(Chart.class.getPermittedSubclasses())
        .allSatisfy(
            type ->
                assertThat(drawings)
                    .contains(
                        "    " + type.getAnnotation(JsonTypeName.class).value() + "(chart) {"));
  }
}
