/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import io.aquatope.metrics.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files that operators load, against the metrics that there are. */
final class MonitoringTest {

  @Test
  void theQueriesOfTheDashboardAreAboutMetricsThatThereAre() throws IOException {
    List<String> queries = Queries.in(Queries.dashboard());

    assertThat(queries).hasSizeGreaterThan(50).allSatisfy(MonitoringTest::hasKnownSeries);
  }

  @Test
  void theRulesOfTheAlertsAreAboutMetricsThatThereAre() throws IOException {
    List<String> queries = Queries.in(Queries.alerts());

    assertThat(queries).hasSizeGreaterThan(10).allSatisfy(MonitoringTest::hasKnownSeries);
  }

  private static void hasKnownSeries(String query) {
    assertThat(Queries.series(query)).as(query).isNotEmpty().isSubsetOf(Queries.emitted());
  }

  @Test
  void everyMetricIsInTheDashboard() throws IOException {
    Set<String> shown =
        Queries.in(Queries.dashboard()).stream()
            .flatMap(query -> Queries.series(query).stream())
            .collect(Collectors.toSet());

    assertThat(Metric.values())
        .allMatch(
            metric ->
                shown.stream().anyMatch(series -> series.startsWith(metric.prometheusName())));
  }

  @Test
  void panelsHaveTitlesExplanationsAndPlacesOfTheirOwn() throws IOException {
    List<JsonNode> panels = ImmutableList.copyOf(Queries.dashboard().get("panels"));

    assertThat(panels).extracting(panel -> panel.get("id").asInt()).doesNotHaveDuplicates();
    assertThat(panels).extracting(panel -> panel.get("gridPos")).doesNotHaveDuplicates();
    assertThat(panels)
        .filteredOn(panel -> !panel.get("type").asText().equals("row"))
        .allMatch(panel -> !panel.path("title").asText().isEmpty())
        .allMatch(panel -> !panel.path("description").asText().isEmpty());
  }

  @Test
  void alertsSayWhoIsToAct() throws IOException {
    List<JsonNode> rules =
        ImmutableList.copyOf(Iterables.concat(Queries.alerts().get("groups").findValues("rules")));

    assertThat(rules).extracting(rule -> rule.get("alert").asText()).doesNotHaveDuplicates();
    assertThat(rules)
        .extracting(rule -> rule.at("/labels/severity").asText())
        .containsOnly("page", "ticket");
    assertThat(rules)
        .allMatch(rule -> !rule.at("/annotations/summary").asText().isEmpty())
        .allMatch(rule -> !rule.at("/annotations/description").asText().isEmpty());
  }

  @Test
  void whatIsNoMetricIsFound() {
    assertThat(
            Queries.series(
                "sum by (le) (rate(counter_aquatope_start_cold_total{a=\"b\"}[5m])) / 2e3"))
        .containsExactly("counter_aquatope_start_cold_total");
    assertThat(Sets.difference(Set.copyOf(Queries.series("start_cold > 1")), Queries.emitted()))
        .containsExactly("start_cold");
  }
}
