/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecordSortsTest {

  /** A sort of record that no rule folded was passed over without a word: see {@link LogFold}. */
  @Test
  void everySortOfRecordIsFoldedOrKnownToTellNothing() {
    Set<String> sorts =
        Stream.of(ExchangeRecord.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(sorts)
        .containsExactlyInAnyOrder(
            "StageReport",
            "WorkflowDefined",
            "WorkflowWithdrawn",
            "InstanceReport",
            "Heartbeat",
            "HubStarted",
            "RoundProposed",
            "RoundConcluded",
            "MemoryAdvised",
            "MemoryAnswered",
            "WorkflowCheckpoint",
            "SenderCheckpoint",
            "UnreadCheckpoint",
            "UnknownRecord");
  }
}
