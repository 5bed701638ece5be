/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RiskBudgetTest {

  private final RiskBudget budget = new RiskBudget(0.05);

  @Test
  void cautionEarnsBoldness() {
    budget.spend(true);
    double first = budget.allowance();
    for (int i = 0; i < 100; i++) {
      budget.spend(false);
    }
    assertThat(budget.allowance()).isGreaterThan(first).isLessThan(1);
  }

  @Test
  void brokenRunsBeyondTheCreditArePaidForByCautionUntilAChangeReopensTheSearch() {
    budget.spend(true);
    assertThat(budget.allowance()).as("learning has a credit").isGreaterThan(0.05);
    budget.spend(true);
    assertThat(budget.allowance()).isEqualTo(budget.least()).isLessThan(0.05);
    budget.reopen();
    assertThat(budget.allowance()).isGreaterThan(0.05);
  }
}
