/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.thread.FailureKinds;
import io.aquatope.thread.FailureText;
import java.util.function.Consumer;

/** Counts the failures of a policy, and logs those that {@link FailureKinds} admits. */
public final class PolicyFailures implements Consumer<Throwable> {

  private final String policy;
  private final MetricSink metrics;
  private final Consumer<String> log;
  private final FailureKinds kinds = new FailureKinds();
  private volatile boolean any;

  /**
   * A counter at zero.
   *
   * @param policy its name
   * @param log takes lines
   */
  public PolicyFailures(String policy, MetricSink metrics, Consumer<String> log) {
    this.policy = policy;
    this.metrics = metrics;
    this.log = log;
    metrics.set(Metric.FALLBACK_POLICY, 0);
  }

  /**
   * Reports a failure of the policy at an event or a question, which OpenWhisk's rule answered
   * instead.
   */
  @Override
  public void accept(Throwable failure) {
    any = true;
    metrics.set(Metric.FALLBACK_POLICY, 1);
    metrics.count(Metric.FALLBACK_ANSWERS, 1);
    long times = kinds.count(failure);
    if (times == 1) {
      log.accept("policy %s failed: %s".formatted(policy, FailureText.of(failure)));
    } else if (times > 1) {
      log.accept(
          "policy %s failed in the same way for the %sth time: %s"
              .formatted(policy, times, FailureText.oneLine(failure)));
    }
  }

  /** Whether the policy has failed since the start. Safe for any thread. */
  public boolean any() {
    return any;
  }
}
