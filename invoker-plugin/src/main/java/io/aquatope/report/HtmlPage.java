/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.html.HtmlEscapers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders a report as HTML. Text is escaped. Charts are embedded as JSON without {@code <}, so that
 * it cannot end its script element.
 */
final class HtmlPage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private final StringBuilder body = new StringBuilder();
  private final List<Chart> charts = new ArrayList<>();

  String render(Report report) {
    for (ReportBlock block : report.blocks()) {
      render(block);
    }
    Map<String, String> parts =
        Map.of(
            "title", escape(report.title()),
            "lead", escape(report.lead()),
            "style", PageResources.text("style.css"),
            "body", body.toString(),
            "charts", json(charts),
            "draw", PageResources.text("charts.js"),
            "echarts", PageResources.chartLibrary());
    // In one pass, so that a part may contain text in the form of a placeholder.
    return PLACEHOLDER
        .matcher(PageResources.text("page.html"))
        .replaceAll(
            place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), place.group())));
  }

  private void render(ReportBlock block) {
    if (block instanceof Heading heading) {
      body.append("<h2>").append(escape(heading.text())).append("</h2>\n");
    } else if (block instanceof Paragraph text) {
      body.append("<p>").append(escape(text.text())).append("</p>\n");
    } else if (block instanceof Table table) {
      render(table);
    } else if (block instanceof Figure figure) {
      render(figure);
    } else {
      throw new IllegalStateException("a block of an unknown kind: " + block);
    }
  }

  private void render(Table table) {
    body.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (Table.Column column : table.columns()) {
      cell("th", column, column.name());
    }
    body.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      body.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        cell("td", table.columns().get(c), row.get(c));
      }
      body.append("</tr>\n");
    }
    body.append("</tbody></table></div>\n");
  }

  private void cell(String tag, Table.Column column, String text) {
    body.append('<').append(tag).append(column.number() ? " class=\"number\">" : ">");
    body.append(escape(text)).append("</").append(tag).append('>');
  }

  private void render(Figure figure) {
    String columns = figure.panels().size() > 1 ? "panels" : "panel";
    body.append("<figure>\n<div class=\"").append(columns).append("\">\n");
    for (Figure.Panel panel : figure.panels()) {
      body.append("<div>");
      if (!panel.title().isEmpty()) {
        body.append("<h3>").append(escape(panel.title())).append("</h3>");
      }
      body.append("<div class=\"chart\" role=\"img\" aria-label=\"");
      body.append(escape(panel.title() + " " + figure.caption())).append("\"></div></div>\n");
      charts.add(panel.chart());
    }
    body.append("</div>\n<figcaption>").append(escape(figure.caption())).append("</figcaption>\n");
    render(figure.table());
    body.append("</figure>\n");
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  private static String json(List<Chart> charts) {
    try {
      // As an array of the declared type, so that each element states its own type.
      return JSON.writeValueAsString(charts.toArray(Chart[]::new)).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a chart that is no JSON", e);
    }
  }
}
