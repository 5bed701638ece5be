/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.policy.DurationText;
import io.aquatope.pool.policy.PolicyRegistry;
import java.time.Duration;

/** The policies of other systems, by name. */
public final class BaselinePolicies {

  private BaselinePolicies() {}

  /** The given policies and those of other systems. */
  public static PolicyRegistry addTo(PolicyRegistry policies) {
    return policies
        .withOptional(
            "hybrid-histogram",
            "range",
            "Serverless in the Wild: follows a histogram of idle times (range: 4h)",
            PolicyRegistry.withStemCells(
                settings -> new HybridHistogramPolicy(Duration.ofHours(4))),
            argument -> {
              var range = HybridHistogramPolicy.checkRange(DurationText.parse(argument));
              return PolicyRegistry.withStemCells(settings -> new HybridHistogramPolicy(range));
            })
        .with(
            "greedy-dual",
            "FaasCache: evicts by frequency, cost and size when memory is full",
            PolicyRegistry.withStemCells(settings -> new GreedyDualPolicy()))
        .with(
            "icebreaker",
            "IceBreaker: keeps what a Fourier extrapolation forecasts each minute",
            PolicyRegistry.withStemCells(settings -> new ScalingPolicy<>(new IceBreakerRule())))
        .with(
            "aquatope-paper",
            "the Aquatope paper: keeps an upper bound of its forecast; takes minutes",
            PolicyRegistry.withStemCells(
                settings -> new ScalingPolicy<>(AquatopePaperRule.shipped())))
        .comparedAs("aquatope-paper")
        .with(
            "knative",
            "Knative Pod Autoscaler: mean concurrency of a stable and a panic window",
            PolicyRegistry.withStemCells(settings -> new ScalingPolicy<>(new KnativeRule())));
  }
}
