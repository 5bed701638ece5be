/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuAnnotation;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.limit.LimitInForce.Source;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.RecordedMetrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.junit.jupiter.api.Test;
import scala.Function0;
import scala.Option;

/** What a tenant wrote does not become a line of the log of its own. */
final class WhiskCpuEventsTest {

  private static final String FORGED =
      "x\n[2026-01-01T00:00:00.000Z] [ERROR] forged\u2028\u001b[2J";
  private static final Optional<CpuLimit> HALF = Optional.of(new CpuLimit(500));

  private final Lines log = new Lines();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final WhiskCpuEvents events =
      new WhiskCpuEvents(
          metrics, log, new TransactionMetadata("t", Instant.EPOCH, false, Option.empty()));

  @Test
  void noTextForgesALine() {
    String problem = CpuAnnotation.of(FORGED + "0".repeat(100_000)).problem().orElseThrow();
    events.badAnnotation(FORGED, problem, new LimitInForce(HALF, Source.DEFAULT, Optional.empty()));
    events.annotationUnknown(FORGED, "java.io.IOException");
    events.changed(new ChangeResult.Refused(FORGED.repeat(1_000)), Duration.ZERO);
    events.changeFailed("c", new CpuLimit(500), new IOException(FORGED.repeat(1_000)));
    events.decisionDropped(FORGED);
    events.observerFailed(new IllegalStateException(FORGED));
    events.observed(Observations.ofRequest(FORGED.repeat(1_000)));
    assertThat(log.lines).hasSize(7);
    assertThat(log.lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .hasSizeLessThan(8_000)
                    .doesNotContainPattern("[\\v\\p{Cc}\u2028]"));
  }

  @Test
  void annotationsThatAreReleaseAreCountedAndNotLogged() {
    events.annotationRelease();
    assertThat(metrics.of(Metric.CPU_ANNOTATION_RELEASED)).isEqualTo(1);
    assertThat(log.lines).isEmpty();
  }

  @Test
  void usesOfABadAnnotationAreCountedAndNotLogged() {
    events.badAnnotationUsed();
    events.badAnnotationUsed();
    assertThat(metrics.of(Metric.CPU_BAD_ANNOTATION)).isEqualTo(2);
    assertThat(log.lines).isEmpty();
  }

  @Test
  void observersThatFailAtEachActivationAreToldOfSeldom() {
    for (int i = 0; i < 1_000; i++) {
      events.observerFailed(new IllegalStateException("scripted"));
    }
    assertThat(log.lines).hasSize(10);
  }

  private static final class Lines implements Logging {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void info(Object from, Function0<String> message, TransactionMetadata id) {
      lines.add(message.apply());
    }

    @Override
    public void warn(Object from, Function0<String> message, TransactionMetadata id) {
      lines.add(message.apply());
    }

    @Override
    public void emit(int logLevel, TransactionMetadata id, Object from, Function0<String> message) {
      lines.add(message.apply());
    }
  }
}
