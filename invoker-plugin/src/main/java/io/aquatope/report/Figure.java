/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import java.util.List;

/**
 * Pictures, what they show, and the figures behind them.
 *
 * @param caption what is to be seen
 * @param panels side by side where there is room
 * @param table the same in numbers
 */
public record Figure(String caption, List<Panel> panels, Table table) implements ReportBlock {

  /** One picture with its title; the title may be empty. */
  public record Panel(String title, Chart chart) {}

  public Figure {
    panels = List.copyOf(panels);
  }

  /** A figure of one picture. */
  public static Figure of(String caption, Chart chart, Table table) {
    return new Figure(caption, List.of(new Panel("", chart)), table);
  }
}
