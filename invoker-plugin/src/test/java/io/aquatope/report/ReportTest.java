/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Table.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final String HOSTILE = "</script><script>alert(1)</script> {{draw}} $1 \\ \"'";
  private static final Pattern CHARTS =
      Pattern.compile("<script type=\"application/json\" id=\"charts\">(.*?)</script>");

  private static String page(String name) {
    Table table = new Table(List.of(Column.text(name)), List.of(List.of(name)));
    Chart chart =
        new Chart.Plane(
            Axis.linear(name), Axis.log("y"), List.of(new Chart.Point(name, 1, 2)), List.of());
    return new Report(
            name,
            name,
            List.of(new Heading(name), new Paragraph(name), Figure.of(name, chart, table)))
        .toHtml();
  }

  private static JsonNode charts(String page) throws IOException {
    Matcher charts = CHARTS.matcher(page);
    assertThat(charts.find()).isTrue();
    return new ObjectMapper().readTree(charts.group(1));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void namesCannotBecomeMarkupOrScript() throws IOException {
    String page = page(HOSTILE);

    assertThat(page).doesNotContain("<script>alert(1)");
    assertThat(count(page, "</script>")).isEqualTo(count(page("f"), "</script>"));
    assertThat(charts(page).get(0).get("points").get(0).get("name").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void namesThatLookLikePlaceholdersStayAsTheyAre() {
    assertThat(count(page(HOSTILE), "placeLabels")).isEqualTo(count(page("f"), "placeLabels"));
    assertThat(page(HOSTILE)).contains("{{draw}} $1 \\");
  }

  @Test
  void thePageNeedsNothingElse() {
    String page = page("f");

    assertThat(page).contains(PageResources.chartLibrary());
    assertThat(page.replace(PageResources.chartLibrary(), ""))
        .doesNotContainPattern("(src|href)=")
        .doesNotContain("@import", "url(", "http")
        .doesNotContainPattern("\\{\\{\\w+}}");
  }

  @Test
  void chartsTellTheirTypeAndData() throws IOException {
    JsonNode chart = charts(page("f")).get(0);

    assertThat(chart.get("type").asText()).isEqualTo("plane");
    assertThat(chart.get("y").get("scale").asText()).isEqualTo("LOG");
    assertThat(chart.get("y").get("max").isNull()).isTrue();
    assertThat(chart.get("points").get(0).get("y").asDouble()).isEqualTo(2);
  }

  @Test
  void writesIntoFoldersThatDoNotExistYet(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a/b/report.html");
    new Report("title", "lead", List.of()).writeTo(file);

    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("<h1>title</h1>");
  }
}
