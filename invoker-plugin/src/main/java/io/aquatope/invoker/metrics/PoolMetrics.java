/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.invoker.pool.ContainerStart;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.invoker.pool.RunActivation;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prepare.LogNames;
import io.aquatope.prepare.PreparationMetrics;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.status.StatusBoard;
import io.aquatope.thread.FailureKinds;
import io.aquatope.thread.FailureText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.LoggingMarkers$;
import org.apache.openwhisk.common.MetricEmitter$;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;

/**
 * The metrics of OpenWhisk's own container pool, under their own names, and equivalent log lines.
 * So dashboards and log searches made for OpenWhisk continue to work. This project's metrics are
 * added to them.
 *
 * <p>Starts from prepared containers, which OpenWhisk does not know, have the container states
 * {@code prepared} and {@code preparing}.
 */
public final class PoolMetrics implements PoolMonitor {

  private static final LoggingMarkers$ MARKERS = LoggingMarkers$.MODULE$;
  private static final MetricEmitter$ METRICS = MetricEmitter$.MODULE$;
  private static final long WARNING_INTERVAL_MICROS = 10_000_000;

  private final MetricSink metrics;
  private final Logging logging;
  private final TransactionMetadata tid = TransactionId$.MODULE$.invoker();
  private final Set<StemCell> reactiveSorts;
  private final long checkIntervalMicros;
  private final Map<StemCell, Long> lastExpiry = new HashMap<>();
  private final Map<StemCell, Long> lastColdInterval = new HashMap<>();
  private final PreparationMetrics prepared;
  private final StatusBoard board;
  private final PoolGauges gauges;
  private final FailureKinds failures = new FailureKinds();
  private final ActionTags actionTags = new ActionTags();
  private long nextWarningMicros;

  /**
   * @param settings of the stem cells whose cold starts are counted
   * @param board that shows starts
   */
  public PoolMetrics(
      PolicySettings settings, MetricSink metrics, StatusBoard board, Logging logging) {
    this.board = board;
    this.metrics = metrics;
    this.logging = logging;
    this.prepared = new PreparationMetrics(metrics, logging);
    this.gauges = new PoolGauges(metrics);
    metrics.announce();
    this.checkIntervalMicros = MICROSECONDS.convert(settings.stemCellCheckInterval());
    this.reactiveSorts =
        settings.stemCells().stream()
            .filter(cells -> cells.reactive().isPresent())
            .map(StemCellSettings::stemCell)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Counts the check intervals with a cold start that a stem cell could have prevented. */
  @Override
  public void started(
      ContainerId container, Activation activation, StartKind start, long nowMicros) {
    prepared.started(start);
    board.started(start);
    StemCell sort = activation.function().stemCell();
    if (!start.isCold() || !reactiveSorts.contains(sort)) {
      return;
    }
    long interval = nowMicros / checkIntervalMicros;
    Long last = lastColdInterval.put(sort, interval);
    if (last == null || last != interval) {
      METRICS.emitCounterMetric(
          MARKERS.CONTAINER_POOL_PREWARM_COLDSTART(memory(sort), sort.kind()), 1);
    }
  }

  @Override
  public void containerStart(ContainerStart start) {
    String state = containerState(start.start());
    ExecutableWhiskAction action = start.action();
    ActionTags.Tags tags =
        actionTags.of(start.namespace(), action.namespace().mkString("/"), action.name());
    LogMarkerToken marker =
        MARKERS.INVOKER_CONTAINER_START(state, tags.initiator(), tags.namespace(), tags.action());
    TransactionId$.MODULE$.mark$extension(
        start.transid(),
        this,
        marker,
        () ->
            ("containerStart containerState: %s container: %s activations: %s of max %s action: %s"
                    + " namespace: %s activationId: %s")
                .formatted(
                    state,
                    Option.apply(start.container().orElse(null)),
                    start.active(),
                    action.limits().concurrency(),
                    action.name(),
                    start.namespace(),
                    start.id()),
        org.apache.pekko.event.Logging.InfoLevel(),
        logging);
  }

  private static String containerState(StartKind start) {
    return switch (start) {
      case WARM -> "warmed";
      case PREPARED -> "prepared";
      case CREATED -> "created";
      case WARMING -> "warming";
      case WARMING_COLD -> "warmingCold";
      case STEM_CELL -> "prewarmed";
      case PREPARING -> "preparing";
      case COLD -> "cold";
      case RECREATED -> "recreated";
    };
  }

  @Override
  public void buffered(Activation activation, long nowMicros) {
    METRICS.emitCounterMetric(MARKERS.CONTAINER_POOL_RESCHEDULED_ACTIVATION(), 1);
    if (nowMicros >= nextWarningMicros) {
      nextWarningMicros = nowMicros + WARNING_INTERVAL_MICROS;
      logging.warn(
          this,
          () ->
              ("Rescheduling Run message, too many message in the pool, function: %s, needed memory:"
                      + " %s MB")
                  .formatted(LogNames.of(activation.function()), activation.function().memoryMb()),
          ((RunActivation) activation).run().msg().transid());
    }
  }

  @Override
  public void evicted(ContainerId container, IdleContainer idle, long nowMicros) {
    prepared.gone(idle);
    logging.info(
        this,
        () -> "evicting an idle container of %s".formatted(LogNames.of(idle.function())),
        tid);
  }

  @Override
  public void release(ContainerId container, IdleContainer idle, long nowMicros) {
    prepared.gone(idle);
    logging.info(
        this,
        () -> "releasing an idle container of %s".formatted(LogNames.of(idle.function())),
        tid);
  }

  /**
   * Counts the checks at which stem cells of a configuration expired. Like OpenWhisk, it does not
   * count the stem cells.
   */
  @Override
  public void expired(ContainerId container, StemCell stemCell, long nowMicros) {
    logging.info(this, () -> "removing expired prewarm %s".formatted(stemCell), tid);
    Long last = lastExpiry.put(stemCell, nowMicros);
    if (last == null || last != nowMicros) {
      METRICS.emitCounterMetric(
          MARKERS.CONTAINER_POOL_PREWARM_EXPIRED(memory(stemCell), stemCell.kind()), 1);
    }
  }

  @Override
  public void refused(PoolAction action, long nowMicros) {
    if (action instanceof PoolAction.Prepare) {
      prepared.refused();
      return;
    }
    logging.warn(
        this,
        () -> "Cannot create prewarm container due to reach the invoker memory limit: " + action,
        tid);
  }

  @Override
  public void prepared(FunctionSpec function, PreparationDepth depth, long nowMicros) {
    prepared.prepared(function, depth);
  }

  @Override
  public void replaced(PreparationLoss loss) {
    prepared.replaced(loss);
  }

  @Override
  public void lostPrepared(FunctionSpec function, long nowMicros) {
    prepared.lost(function);
  }

  @Override
  public void backedOff(PoolAction.Prepare action, long nowMicros) {
    prepared.backedOff(action);
  }

  @Override
  public void backoffForgotten() {
    prepared.backoffForgotten();
  }

  @Override
  public void impossible(PoolAction.Prepare action, long nowMicros) {
    prepared.impossible();
  }

  @Override
  public void passed(PoolView pool, long nowMicros) {
    gauges.until(nowMicros, pool);
  }

  @Override
  public void report(PoolView pool) {
    gauges.report(pool);
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_RUNBUFFER_COUNT(), pool.buffered());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_RUNBUFFER_SIZE(), pool.bufferedMb());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_ACTIVE_COUNT(), pool.busyContainers());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_ACTIVE_SIZE(), pool.busyMb());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_PREWARM_COUNT(), pool.stemCells());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_PREWARM_SIZE(), pool.stemCellMb());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_IDLES_COUNT(), pool.idleContainers());
    METRICS.emitGaugeMetric(MARKERS.CONTAINER_POOL_IDLES_SIZE(), pool.idleMb());
  }

  @Override
  public void occupied(String state, int containers, long mb) {
    METRICS.emitHistogramMetric(MARKERS.INVOKER_CONTAINERPOOL_MEMORY(state), mb);
    METRICS.emitHistogramMetric(
        // Of the limit of memory OpenWhisk counts all containers.
        MARKERS.INVOKER_CONTAINERPOOL_CONTAINER(
            state.equals("max") ? "all" : state, Option.empty()),
        containers);
  }

  /**
   * Names an event only by its class. The text of an activation would contain the action's code and
   * the tenant's parameters.
   */
  @Override
  public void failed(Object event, Throwable cause) {
    metrics.count(Metric.POOL_FAILURES, 1);
    long times = failures.count(cause);
    if (times > 0) {
      logging.error(
          this,
          () ->
              "the container pool failed at %s, for the %sth time in this way: %s"
                  .formatted(
                      event instanceof String name ? name : event.getClass().getSimpleName(),
                      times,
                      FailureText.of(cause)),
          tid);
    }
  }

  private static String memory(StemCell stemCell) {
    return stemCell.memoryMb() + " MB";
  }
}
