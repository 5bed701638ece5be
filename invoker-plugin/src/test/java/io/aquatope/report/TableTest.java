/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.report.Table.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final List<Column> COLUMNS = List.of(Column.text("Name"), Column.number("Size"));

  @Test
  void wordsAreFlushLeftAndNumbersFlushRight() {
    Table table = new Table(COLUMNS, List.of(List.of("a", "1"), List.of("abcdef", "10,000")));

    assertThat(table.toText())
        .isEqualTo(
            """
            Name      Size
            a            1
            abcdef  10,000
            """);
  }

  @Test
  void refusesRowsThatAreNotAsLongAsTheHeader() {
    assertThatThrownBy(() -> new Table(COLUMNS, List.of(List.of("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 2 columns");
  }
}
