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
            "Serverless in the Wild: pre-warm and keep by a histogram of idle times up to the range",
            settings -> new HybridHistogramPolicy(Duration.ofHours(4)),
            argument -> {
              var range = HybridHistogramPolicy.checkRange(DurationText.parse(argument));
              return settings -> new HybridHistogramPolicy(range);
            })
        .with(
            "greedy-dual",
            "FaasCache: keep all while there is memory, then evict by frequency, cost and size",
            settings -> new GreedyDualPolicy())
        .with(
            "icebreaker",
            "IceBreaker: each minute, as many containers as Fourier extrapolation expects",
            settings -> new ScalingPolicy<>(new IceBreakerRule()))
        .with(
            "aquatope-paper",
            "Aquatope as its paper has it: an upper bound of the Bayesian network's forecast",
            settings -> new ScalingPolicy<>(AquatopePaperRule.shipped()))
        .comparedAs("aquatope-paper")
        .with(
            "knative",
            "Knative Pod Autoscaler: average concurrency over a stable and a panic window",
            settings -> new ScalingPolicy<>(new KnativeRule()));
  }
}
