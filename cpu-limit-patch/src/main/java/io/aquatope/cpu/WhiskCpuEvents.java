/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageObserver;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.text.TenantText;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/** Writes events to OpenWhisk's log, and counts them. */
final class WhiskCpuEvents implements CpuEvents, StageObserver {

  /** Characters of an engine's answer in the log. */
  private static final int LONGEST_ANSWER = 300;

  /** Characters of an observation in the log: all of it, where callers choose short ids. */
  private static final int LONGEST_OBSERVATION = 2_000;

  private final MetricSink metrics;
  private final Logging logging;
  private final TransactionMetadata transaction;
  private final AtomicLong observerFailures = new AtomicLong();

  /**
   * @param transaction under which events are logged
   */
  WhiskCpuEvents(MetricSink metrics, Logging logging, TransactionMetadata transaction) {
    this.metrics = metrics;
    this.logging = logging;
    this.transaction = transaction;
  }

  @Override
  public void badAnnotationUsed() {
    count(Metric.CPU_BAD_ANNOTATION);
  }

  @Override
  public void badAnnotation(String action, String problem, LimitInForce instead) {
    warn(
        "CPU limit of "
            + TenantText.plain(action)
            + ": "
            + problem
            + "; "
            + instead.limit().map(limit -> "it gets " + limit).orElse("it gets no limit"));
  }

  @Override
  public void annotationUnknown(String action, String problem) {
    count(Metric.CPU_ANNOTATION_UNKNOWN);
    warn(TenantText.plain(action) + " is initialised before its annotation is known: " + problem);
  }

  @Override
  public void changed(ChangeResult answer, Duration latency) {
    if (answer instanceof ChangeResult.Done) {
      count(Metric.CPU_CHANGED);
    } else if (answer instanceof ChangeResult.Gone) {
      count(Metric.CPU_GONE);
    } else if (answer instanceof ChangeResult.Refused refused) {
      count(Metric.CPU_REFUSED);
      warn("the container engine refused a CPU limit: " + answer(refused.reason()));
    }
  }

  @Override
  public void changeFailed(String container, CpuLimit limit, Throwable cause) {
    count(Metric.CPU_FAILED);
    warn(
        "CPU limit "
            + limit
            + " of "
            + container
            + " will be tried again: "
            + answer(cause.toString()));
  }

  private static String answer(String text) {
    return TenantText.plain(text, LONGEST_ANSWER);
  }

  @Override
  public void wentOnWithoutLimit(String container, CpuLimit limit) {
    count(Metric.CPU_WITHOUT_LIMIT);
    warn(container + " is initialised before its CPU limit " + limit + " is set");
  }

  @Override
  public void decisionDropped(String action) {
    count(Metric.CPU_DECISION_DROPPED);
    warn(
        "too many CPU limits were decided, the limit of "
            + TenantText.plain(action)
            + " is dropped");
  }

  @Override
  public void annotationRelease() {
    count(Metric.CPU_ANNOTATION_RELEASED);
  }

  @Override
  public void reloaded(int rules) {
    logging.info(this, () -> "CPU limits reloaded: " + rules + " rules", transaction);
  }

  @Override
  public void reloadFailed(String problem) {
    logging.error(
        this, () -> "CPU limits not read, the former stay in force: " + problem, transaction);
  }

  @Override
  public void engineAccess(String way) {
    logging.info(this, () -> "CPU limits of containers are changed " + way, transaction);
  }

  @Override
  public void machineUnknown(String problem) {
    warn("CPU limits are not capped at the machine's cores, their number is unknown: " + problem);
  }

  @Override
  public void usageOutOfSight(String place) {
    warn("the CPU use of activations is not observed: no control groups under " + place);
  }

  /** Logs the first, second, fourth, eighth … failure, as each activation may cause one. */
  @Override
  public void observerFailed(Throwable cause) {
    long failures = observerFailures.incrementAndGet();
    if (Long.bitCount(failures) == 1) {
      warn(failures + " observations were not taken, the last one: " + answer(cause.toString()));
    }
  }

  @Override
  public void observed(StageMeasurement observation) {
    logging.info(
        this, () -> TenantText.plain(observation.toString(), LONGEST_OBSERVATION), transaction);
  }

  private void warn(String message) {
    logging.warn(this, () -> message, transaction);
  }

  private void count(Metric counter) {
    metrics.count(counter, 1);
  }
}
