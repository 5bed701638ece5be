/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tenants name reaches the log on short lines of its own. */
final class ChangeLogTest {

  @Test
  void aNameForgesNoLineAndFillsNone() {
    List<String> lines = changes("evil/x\n[ERROR] forged line" + "a".repeat(400));

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("workflow evil/x\\n[ERROR] forged line")
        .contains("(426 characters): target 1000 ms")
        .hasSizeLessThan(400);
  }

  @Test
  void aMessageOfManyChangesIsToldInFewLines() {
    String[] names = new String[1_500];
    for (int i = 0; i < names.length; i++) {
      names[i] = "evil/x" + i;
    }

    assertThat(changes(names)).hasSize(101).last().isEqualTo("1400 further changes of workflows");
  }

  private static List<String> changes(String... names) {
    List<ExchangeRecord> records = new ArrayList<>();
    for (String name : names) {
      records.add(
          new WorkflowDefined(
              new Workflow(
                  name,
                  WorkflowOwner.of("evil"),
                  1_000,
                  0.95,
                  0,
                  0,
                  List.of(Records.CART),
                  Records.RULES)));
    }
    Message message = Records.message("controller0", 1, records.toArray(new ExchangeRecord[0]));
    return ChangeLog.changes(ExchangeState.NONE, LogFold.fold(ExchangeState.NONE, message));
  }
}
