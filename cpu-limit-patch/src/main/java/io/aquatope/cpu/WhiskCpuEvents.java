/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.ContainerEngine.Answer;
import java.io.IOException;
import java.time.Duration;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.MetricEmitter$;
import org.apache.openwhisk.common.TransactionId$;

/** Writes to OpenWhisk's log, and counts {@code openwhisk.counter.aquatope_cpu*}. */
final class WhiskCpuEvents implements CpuEvents {

  private static final LogMarkerToken BAD_ANNOTATION = counter("badAnnotation");
  private static final LogMarkerToken ANNOTATION_UNKNOWN = counter("annotationUnknown");
  private static final LogMarkerToken CHANGED = counter("changed");
  private static final LogMarkerToken GONE = counter("gone");
  private static final LogMarkerToken REFUSED = counter("refused");
  private static final LogMarkerToken FAILED = counter("failed");
  private static final LogMarkerToken WITHOUT_LIMIT = counter("wentOnWithoutLimit");

  private final Logging logging;

  WhiskCpuEvents(Logging logging) {
    this.logging = logging;
  }

  private static LogMarkerToken counter(String state) {
    return LogMarkerToken.parse("aquatope_cpu_" + state);
  }

  @Override
  public void badAnnotation(String action, String problem, LimitInForce instead) {
    count(BAD_ANNOTATION);
    warn(
        "CPU limit of "
            + action
            + ": "
            + problem
            + "; "
            + instead.limit().map(limit -> "it gets " + limit).orElse("it gets no limit"));
  }

  @Override
  public void annotationUnknown(String action, String problem) {
    count(ANNOTATION_UNKNOWN);
    warn(action + " is initialised before its annotation is known: " + problem);
  }

  @Override
  public void changed(Answer answer, Duration latency) {
    if (answer instanceof Answer.Done) {
      count(CHANGED);
    } else if (answer instanceof Answer.Gone) {
      count(GONE);
    } else if (answer instanceof Answer.Refused refused) {
      count(REFUSED);
      warn("the container engine refused a CPU limit: " + refused.reason());
    }
  }

  @Override
  public void changeFailed(String container, CpuLimit limit, IOException cause) {
    count(FAILED);
    warn("CPU limit " + limit + " of " + container + " will be tried again: " + cause);
  }

  @Override
  public void wentOnWithoutLimit(String container, CpuLimit limit) {
    count(WITHOUT_LIMIT);
    warn(container + " is initialised before its CPU limit " + limit + " is set");
  }

  @Override
  public void reloaded(int rules) {
    logging.info(
        this, () -> "CPU limits read anew: " + rules + " rules", TransactionId$.MODULE$.invoker());
  }

  @Override
  public void reloadFailed(String problem) {
    logging.error(
        this,
        () -> "CPU limits not read, the former stay in force: " + problem,
        TransactionId$.MODULE$.invoker());
  }

  @Override
  public void machineUnknown(String problem) {
    warn("CPU limits are not cut to the machine, its cores are not known: " + problem);
  }

  @Override
  public void usageOutOfSight(String place) {
    warn("what activations use of the CPU is not observed: no control groups under " + place);
  }

  @Override
  public void observed(StageObservation observation) {
    logging.info(this, observation::toString, TransactionId$.MODULE$.invoker());
  }

  private void warn(String message) {
    logging.warn(this, () -> message, TransactionId$.MODULE$.invoker());
  }

  private static void count(LogMarkerToken token) {
    MetricEmitter$.MODULE$.emitCounterMetric(token, 1);
  }
}
