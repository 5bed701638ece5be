/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as one HTML file. It needs no network and no other files, and can be printed.
 *
 * @param title of the page
 * @param lead subject of the report, in a sentence or two
 * @param blocks from top to bottom
 */
public record Report(String title, String lead, List<ReportBlock> blocks) {

  public Report {
    blocks = List.copyOf(blocks);
  }

  public String toHtml() {
    return new HtmlPage().render(this);
  }

  /**
   * Writes the page. Creates missing folders.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, toHtml());
  }
}
