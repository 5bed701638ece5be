/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import java.util.List;

/**
 * Charts with a caption, and a table of their data.
 *
 * @param caption description of the charts
 * @param panels side by side if there is space
 * @param table the same data in numbers
 */
public record Figure(String caption, List<Panel> panels, Table table) implements ReportBlock {

  /** One chart with its title; the title may be empty. */
  public record Panel(String title, Chart chart) {}

  public Figure {
    panels = List.copyOf(panels);
  }

  /** A figure of one chart. */
  public static Figure of(String caption, Chart chart, Table table) {
    return new Figure(caption, List.of(new Panel("", chart)), table);
  }
}
