/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.StageObservation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.jspecify.annotations.Nullable;
import spray.json.JsObject;

/** Makes a {@link StageObservation} of each run in one container. */
final class ObservedRuns {

  private final RunMeter meter;
  private final long memoryMb;
  private final Supplier<Optional<CpuLimit>> limit;
  private final Consumer<StageObservation> sink;
  private final AtomicReference<@Nullable Initialisation> initialised = new AtomicReference<>();

  /**
   * @param limit what the container has at the time of the call
   */
  ObservedRuns(
      RunMeter meter,
      long memoryMb,
      Supplier<Optional<CpuLimit>> limit,
      Consumer<StageObservation> sink) {
    this.meter = meter;
    this.memoryMb = memoryMb;
    this.limit = limit;
    this.sink = sink;
  }

  /** The run of the same transaction is the one that the container was initialised for, if any. */
  void initialised(Interval interval, TransactionMetadata transaction) {
    initialised.set(new Initialisation(interval, transaction.id()));
  }

  private Optional<Interval> initialisationFor(TransactionMetadata transaction) {
    Initialisation latest = initialised.get();
    return latest != null
            && latest.transaction().equals(transaction.id())
            && initialised.compareAndSet(latest, null)
        ? Optional.of(latest.interval())
        : Optional.empty();
  }

  private record Initialisation(Interval interval, String transaction) {}

  Run begin(JsObject environment, TransactionMetadata transaction) {
    return new Run(environment, transaction);
  }

  /** A run in progress. */
  final class Run {

    private final JsObject environment;
    private final TransactionMetadata transaction;
    private final Optional<Interval> initialisation;
    private final Optional<CpuLimit> limitAtStart = limit.get();
    private final RunMeter.Run metered = meter.begin();

    private Run(JsObject environment, TransactionMetadata transaction) {
      this.environment = environment;
      this.transaction = transaction;
      this.initialisation = initialisationFor(transaction);
    }

    void failed() {
      metered.end();
    }

    void ended(Interval interval, ActivationResponse response) {
      RunMeter.Reading reading = metered.end();
      TransactionMetadata root = root(transaction);
      Instant asked = initialisation.map(Interval::start).orElse(interval.start());
      sink.accept(
          new StageObservation(
              environment("activation_id"),
              root.id(),
              root.start(),
              environment("namespace"),
              environment("action_name").replaceFirst("^/", ""),
              environment("action_version"),
              limitAtStart,
              !limitAtStart.equals(limit.get()),
              memoryMb,
              meter.memoryPeakMb(),
              interval.start(),
              Duration.between(interval.start(), interval.end()),
              initialisation
                  .map(init -> Duration.between(init.start(), init.end()))
                  .orElse(Duration.ZERO),
              Duration.between(transaction.start(), asked),
              initialisation.isPresent(),
              reading.usage(),
              reading.shared(),
              Outcome.of(response.statusCode())));
    }

    private String environment(String name) {
      return WhiskWorkloads.field(environment, name).map(WhiskWorkloads::text).orElse("");
    }
  }

  private static TransactionMetadata root(TransactionMetadata transaction) {
    TransactionMetadata root = transaction;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return root;
  }
}
