/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Ticker;
import io.aquatope.cpu.engine.AppliedLimit;
import io.aquatope.cpu.observe.RunMeter;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageMeasurement.Outcome;
import io.aquatope.whisk.TransactionRoot;
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

/**
 * Makes a {@link StageMeasurement} of each run in one container. Durations are measured by a
 * monotonic clock, because OpenWhisk's intervals are wrong by every step of the machine's clock.
 */
final class ContainerRuns {

  private final RunMeter meter;
  private final long memoryMb;
  private final Supplier<AppliedLimit> limit;
  private final Consumer<StageMeasurement> sink;
  private final Ticker clock;
  private final AtomicReference<@Nullable Initialisation> initialised = new AtomicReference<>();

  /**
   * @param limit the container's limit at the time of the call
   */
  ContainerRuns(
      RunMeter meter,
      long memoryMb,
      Supplier<AppliedLimit> limit,
      Consumer<StageMeasurement> sink,
      Ticker clock) {
    this.meter = meter;
    this.memoryMb = memoryMb;
    this.limit = limit;
    this.sink = sink;
    this.clock = clock;
  }

  /** Begins an initialisation of the container. */
  Start initialising(TransactionMetadata transaction) {
    return new Start(transaction.id(), clock.read());
  }

  /** An initialisation in progress. */
  final class Start {

    private final String transaction;
    private final long startNanos;

    private Start(String transaction, long startNanos) {
      this.transaction = transaction;
      this.startNanos = startNanos;
    }

    /**
     * Ends the initialisation. If the run that the container is initialised for follows, it has the
     * same transaction.
     */
    void initialised(Interval interval) {
      initialised.set(new Initialisation(interval.start(), since(startNanos), transaction));
    }
  }

  private Duration since(long startNanos) {
    return Duration.ofNanos(clock.read() - startNanos);
  }

  private Optional<Initialisation> initialisationFor(TransactionMetadata transaction) {
    Initialisation latest = initialised.get();
    return latest != null
            && latest.transaction().equals(transaction.id())
            && initialised.compareAndSet(latest, null)
        ? Optional.of(latest)
        : Optional.empty();
  }

  private record Initialisation(Instant start, Duration took, String transaction) {}

  Run begin(JsObject environment, TransactionMetadata transaction) {
    return new Run(environment, transaction);
  }

  /** A run in progress. */
  final class Run {

    private final JsObject environment;
    private final TransactionMetadata transaction;
    private final Optional<Initialisation> initialisation;
    private final AppliedLimit limitAtStart = limit.get();
    private final long startNanos = clock.read();
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
      Duration took = since(startNanos);
      RunMeter.Reading reading = metered.end();
      TransactionMetadata root = TransactionRoot.of(transaction);
      Instant asked = initialisation.map(Initialisation::start).orElse(interval.start());
      sink.accept(
          new StageMeasurement(
              new StageMeasurement.Activation(
                  environment("activation_id"),
                  root.id(),
                  root.start(),
                  environment("namespace"),
                  environment("action_name").replaceFirst("^/", ""),
                  environment("action_version")),
              new StageMeasurement.Resources(
                  limitAtStart.limit(),
                  !limit.get().heldSince(limitAtStart),
                  memoryMb,
                  meter.memoryPeakMb()),
              new StageMeasurement.Timing(
                  interval.start(),
                  took,
                  initialisation.map(Initialisation::took).orElse(Duration.ZERO),
                  waited(transaction.start(), asked),
                  initialisation.isPresent()),
              reading.usage(),
              reading.shared(),
              Outcome.of(response.statusCode())));
    }

    private String environment(String name) {
      return WhiskWorkloads.field(environment, name).flatMap(WhiskWorkloads::string).orElse("");
    }
  }

  /** The wait between the clocks of two machines, which may differ. */
  private static Duration waited(Instant requested, Instant asked) {
    return asked.isBefore(requested) ? Duration.ZERO : Duration.between(requested, asked);
  }
}
