/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.component.BaselineModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastJsonTest {

  private static List<ModelResult> results() {
    List<FunctionDemand> series = SeriesForTests.population(8, 60);
    Backtest backtest = new Backtest(30, 4);
    List<ModelResult> results = new ArrayList<>();
    List<ForecastModel> models = BaselineModels.all(60, Duration.ofMinutes(1)).subList(0, 2);
    Backtest.Outcome first = backtest.run(models.get(0), series);
    for (ForecastModel model : models) {
      results.add(ModelResult.of(backtest.run(model, series), first, 1));
    }
    return results;
  }

  @Test
  void eachModelHasItsFigures() {
    JsonNode json = ForecastJson.of(results(), 4).get("results");

    assertThat(json).hasSize(2);
    assertThat(json.get(0).get("model").asText()).isEqualTo("last-value");
    assertThat(json.get(0).get("functions").asInt()).isEqualTo(8);
    for (String figure :
        List.of("pinball", "crps", "smape", "coverage50", "coverage90", "microsPerForecast")) {
      assertThat(json.get(1).get(figure).isNumber()).as(figure).isTrue();
    }
    assertThat(json.get(1).get("atHorizon").get("horizon").asInt()).isEqualTo(4);
    assertThat(json.get(1).get("byTrigger").get("timer").get("functions").asInt()).isEqualTo(4);
    assertThat(json.get(0).get("over").get("crps").get("mean").asDouble()).isZero();
  }

  @Test
  void theTableShowsTheSame() {
    String table = ForecastTable.of(results(), 4);

    assertThat(table)
        .contains("8 functions, one step ahead", "4 steps ahead", "last-value by trigger");
    assertThat(table.lines().filter(line -> line.startsWith("seasonal-naive"))).hasSize(2);
  }
}
