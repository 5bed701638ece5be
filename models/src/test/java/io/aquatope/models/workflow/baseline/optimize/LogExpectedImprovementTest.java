/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogExpectedImprovementTest {

  /** Expected: BoTorch 0.18.1 (torch 2.15.0), botorch.acquisition.analytic._log_ei_helper. */
  @ParameterizedTest
  @CsvSource({
    "3, 1.0987396653277077",
    "0.5, -0.35982768374506374",
    "-1, -2.4851210257126413",
    "-5, -16.74430116266099",
    "-7.9, -36.3032860026722",
    "-8.1, -37.951167331963646",
    "-20, -206.9178385094251",
    "-100, -5010.129578800249"
  })
  void agreesWithBotorch(double z, double expected) {
    assertThat(LogExpectedImprovement.logH(z))
        .isCloseTo(expected, within(1e-6 * Math.abs(expected)));
  }
}
