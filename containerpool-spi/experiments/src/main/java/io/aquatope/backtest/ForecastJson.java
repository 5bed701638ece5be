/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Renders the results of a backtest as JSON. The figures of each result are those one step ahead.
 * {@code atHorizon} and {@code byTrigger} hold the same figures at the horizon and by kind of
 * trigger. {@code over} states how much larger the losses are than the first model's.
 */
public final class ForecastJson {

  private ForecastJson() {}

  /** An object with {@code results}, one for each model, in the order given. */
  public static ObjectNode of(List<ModelResult> results, int horizon) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putArray("results").addAll(results.stream().map(one -> result(one, horizon)).toList());
    return root;
  }

  private static ObjectNode result(ModelResult result, int horizon) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("model", result.model());
    figures(node, result.ahead());
    node.put("microsPerForecast", result.microsPerForecast());
    ObjectNode furthest = node.putObject("atHorizon").put("horizon", horizon);
    figures(furthest, result.furthest());
    ObjectNode groups = node.putObject("byTrigger");
    result.byTrigger().forEach((trigger, summary) -> figures(groups.putObject(trigger), summary));
    ObjectNode over = node.putObject("over");
    interval(over.putObject("pinball"), result.pinballOver());
    interval(over.putObject("crps"), result.crpsOver());
    return node;
  }

  private static void figures(ObjectNode node, ScoreSummary summary) {
    node.put("functions", summary.functions());
    node.put("pinball", summary.pinball());
    node.put("crps", summary.crps());
    node.put("smape", summary.smape());
    node.put("coverage50", summary.coverage50());
    node.put("coverage90", summary.coverage90());
    if (Double.isNaN(summary.openCoverage90())) {
      node.putNull("openCoverage90");
    } else {
      node.put("openCoverage90", summary.openCoverage90());
    }
  }

  private static void interval(ObjectNode node, ConfidenceInterval interval) {
    node.put("mean", interval.mean());
    node.put("low", interval.low());
    node.put("high", interval.high());
  }
}
