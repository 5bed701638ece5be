/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import static io.aquatope.metrics.MetricKind.COUNTER;
import static io.aquatope.metrics.MetricKind.GAUGE;
import static io.aquatope.metrics.MetricKind.HISTOGRAM;
import static io.aquatope.metrics.MetricUnit.CORE_MICROSECONDS;
import static io.aquatope.metrics.MetricUnit.MB_SECONDS;
import static io.aquatope.metrics.MetricUnit.MEGABYTES;
import static io.aquatope.metrics.MetricUnit.MILLISECONDS;
import static io.aquatope.metrics.MetricUnit.ONE;
import static io.aquatope.metrics.MetricUnit.PERCENT;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;

/**
 * All metrics of this project. OpenWhisk builds a metric's name from three parts without
 * underscores: here {@code aquatope}, the topic, and the quantity. The kind precedes the name.
 *
 * <p>OpenWhisk sends tags only if it is configured to. So every metric also makes sense without its
 * tag: the values of all tags are then added up.
 */
public enum Metric {
  START_WARM("start_warm", "Activations that found a container that had run the action"),
  START_PREPARED("start_prepared", "Activations that found a container initialised ahead"),
  START_CREATED("start_created", "Activations that found a container created ahead"),
  START_WARMING("start_warming", "Activations that joined a container being initialised"),
  START_WARMING_COLD("start_warmingCold", "Activations that joined a container being created"),
  START_STEM_CELL("start_stemCell", "Activations that found a stem cell"),
  START_PREPARING("start_preparing", "Activations that joined a container being prepared"),
  START_COLD("start_cold", "Activations for which a container was created in free memory"),
  START_RECREATED("start_recreated", "Activations for which containers were evicted to create one"),

  PREPARE_CREATED("prepare_created", "Containers created ahead, not initialised"),
  PREPARE_INITIALISED("prepare_initialised", "Containers initialised ahead"),
  PREPARE_UNUSED("prepare_unused", "Prepared containers that ended unused"),
  PREPARE_LOST("prepare_lost", "Prepared containers that failed or ended before a call came"),
  PREPARE_REFUSED("prepare_refused", "Preparations not begun for lack of memory"),
  PREPARE_BACKED_OFF("prepare_backedOff", "Preparations not begun since others were lost recently"),
  PREPARE_BACK_OFF_FORGOTTEN(
      "prepare_backOffForgotten", "Functions whose losses were forgotten since others had more"),
  PREPARE_IMPOSSIBLE(
      "prepare_impossible", "Preparations not begun since the action was no longer held"),
  PREPARE_REPLACED_DEAD("prepare_replacedDead", "Prepared containers found dead when wanted"),
  PREPARE_REPLACED_MISMATCH(
      "prepare_replacedMismatch", "Prepared containers that were not for the call that came"),

  ACTIONS_HELD(
      "actions_held", GAUGE, MEGABYTES, "Heap of the actions held so that they can be prepared"),
  ACTIONS_RELEASED(
      "actions_released", "Actions no longer held for preparation since others needed the memory"),

  DECISION_PREPARE(
      "decision_prepare", "Containers that the policy decided, or would have decided, to prepare"),
  DECISION_RELEASED(
      "decision_release", "Containers that the policy decided, or would have decided, to release"),

  FORECAST_FUNCTIONS("forecast_functions", GAUGE, "Functions that the policy knows"),
  FORECAST_COVERAGE(
      "forecast_coverage",
      GAUGE,
      PERCENT,
      "Share of the last windows whose demand lay in the central 98 % of its forecast, mean over"
          + " functions"),

  FORECAST_RELEASED(
      "forecast_released", "Functions that the policy released, as it held as many as it may"),
  FORECAST_LEFT_OUT(
      "forecast_leftOut", "Windows not forecast, since the forecasts before them took longer"),
  SUCCESSOR_RELEASED(
      "successor_released",
      "Functions, requests in flight and expectations forgotten, as as many are known as may be"),

  FALLBACK_UNKNOWN("fallback_unknown", GAUGE, "Functions under OpenWhisk's rule: new"),
  FALLBACK_LATE("fallback_late", GAUGE, "Functions under OpenWhisk's rule: forecast late"),
  FALLBACK_FAILED("fallback_failed", GAUGE, "Functions under OpenWhisk's rule: forecast failed"),
  FALLBACK_UNCALIBRATED(
      "fallback_uncalibrated", GAUGE, "Functions under OpenWhisk's rule: forecasts were wrong"),
  FALLBACK_POLICY("fallback_policy", GAUGE, "1 since the policy failed for the first time, else 0"),

  FALLBACK_ANSWERS(
      "fallback_answers", "Events at which OpenWhisk's rule answered since the policy failed"),

  POOL_BUSY("pool_busy", GAUGE, "Containers that run or start for an activation"),
  POOL_IDLE("pool_idle", GAUGE, "Containers ready for a function, prepared ones included"),
  POOL_STEM_CELLS("pool_stemCells", GAUGE, "Stem cells, ready or starting"),
  POOL_WAITING("pool_waiting", GAUGE, "Activations that wait for a container"),
  POOL_FAILURES("pool_failures", "Events at which the pool's own code failed"),

  MEMORY_LIMIT("memory_limit", GAUGE, MEGABYTES, "Memory that containers may take"),
  MEMORY_BUSY("memory_busy", GAUGE, MEGABYTES, "Memory of busy containers"),
  MEMORY_IDLE("memory_idle", GAUGE, MEGABYTES, "Memory of idle containers, prepared ones included"),
  MEMORY_STEM_CELLS("memory_stemCells", GAUGE, MEGABYTES, "Memory of stem cells"),
  MEMORY_PREPARING("memory_preparing", GAUGE, MEGABYTES, "Memory of containers being prepared"),
  MEMORY_WASTED(
      "memory_wastedMbSeconds",
      COUNTER,
      MB_SECONDS,
      "Memory held by containers that served no activation; 1024 are a GB-second"),
  MEMORY_USED(
      "memory_usedMbSeconds", COUNTER, MB_SECONDS, "Memory held by containers that served one"),

  CPU_ALLOCATED(
      "cpu_allocatedMicros",
      COUNTER,
      CORE_MICROSECONDS,
      "CPU limit times duration, of runs with a limit and known use"),
  CPU_USED("cpu_usedMicros", COUNTER, CORE_MICROSECONDS, "CPU time that the same runs used"),
  CPU_THROTTLED(
      "cpu_throttledMicros",
      COUNTER,
      CORE_MICROSECONDS,
      "Time that the limit held the same runs back"),
  CPU_CHANGED("cpu_changed", "Limits of running containers that were changed"),
  CPU_GONE("cpu_gone", "Changes of a limit that found the container gone"),
  CPU_REFUSED("cpu_refused", "Changes of a limit that the container engine refused"),
  CPU_FAILED("cpu_failed", "Changes of a limit that failed and are tried again"),
  CPU_WITHOUT_LIMIT(
      "cpu_wentOnWithoutLimit", "Activations that went on before their limit was set"),
  CPU_BAD_ANNOTATION("cpu_badAnnotation", "Uses of an action whose CPU annotation is wrong"),
  CPU_ANNOTATION_UNKNOWN(
      "cpu_annotationUnknown", "Initialisations before the annotation could be read"),
  CPU_DECISION_DROPPED(
      "cpu_decisionDropped", "Limits of the optimiser that were dropped since there were too many"),
  CPU_ANNOTATION_RELEASED(
      "cpu_annotationReleased", "Parsed annotations released as there were too many; parsed again"),

  TUNE_PROPOSED("tune_proposed", COUNTER, ONE, "workflow", "Tuning rounds begun"),
  TUNE_ADOPTED("tune_adopted", COUNTER, ONE, "workflow", "Rounds that led to other limits"),
  TUNE_KEPT("tune_kept", COUNTER, ONE, "workflow", "Rounds that changed nothing"),
  TUNE_TAKEN_BACK(
      "tune_takenBack", COUNTER, ONE, "workflow", "Limits taken back since the target suffered"),

  QOS_INSTANCES("qos_instances", COUNTER, ONE, "workflow", "Workflow instances; by the controller"),
  QOS_VIOLATIONS(
      "qos_violations",
      COUNTER,
      ONE,
      "workflow",
      "Instances that failed or took longer than the target; by the controller"),

  EXCHANGE_SENT("exchange_sent", "Messages that the broker took"),
  EXCHANGE_FAILED("exchange_failed", "Messages that the broker did not take; they are sent again"),
  EXCHANGE_DROPPED("exchange_dropped", "Observations dropped because too many waited"),
  EXCHANGE_REFUSED(
      "exchange_refused",
      "Declarations of workflows beyond a quota, or not looked for as too many waited"),
  EXCHANGE_CROWDED(
      "exchange_crowded", "Workflow instances not joined as too many were open at the same time"),
  EXCHANGE_RELEASED(
      "exchange_released",
      "Workflows, invokers and senders in the log that an invoker has no room for"),
  EXCHANGE_CONNECTED(
      "exchange_connected",
      GAUGE,
      "1 while the invoker receives its own messages from the log, else 0"),
  THREAD_FAILURES("thread_failures", "Failures that a thread of the exchange survived"),
  EXCHANGE_LAG(
      "exchange_lag",
      HISTOGRAM,
      MILLISECONDS,
      "Time from a workflow instance's last observation until an invoker has learnt of it");

  /** The component in OpenWhisk's names. */
  static final String COMPONENT = "aquatope";

  private final String topic;
  private final String what;
  private final MetricKind kind;
  private final MetricUnit unit;
  private final Optional<String> tag;
  private final String text;

  Metric(String name, String text) {
    this(name, COUNTER, text);
  }

  Metric(String name, MetricKind kind, String text) {
    this(name, kind, ONE, text);
  }

  Metric(String name, MetricKind kind, MetricUnit unit, String text) {
    this(name, kind, unit, "", text);
  }

  Metric(String name, MetricKind kind, MetricUnit unit, String tag, String text) {
    List<String> parts = Splitter.on('_').splitToList(name);
    this.topic = parts.get(0);
    this.what = parts.get(1);
    this.kind = kind;
    this.unit = unit;
    this.tag = tag.isEmpty() ? Optional.empty() : Optional.of(tag);
    this.text = text;
  }

  /** The topic, the second part of the name. */
  public String topic() {
    return topic;
  }

  /** The quantity, the third part of the name. */
  String what() {
    return what;
  }

  public MetricKind kind() {
    return kind;
  }

  public MetricUnit unit() {
    return unit;
  }

  /** The key of its tag, if it has one. */
  public Optional<String> tag() {
    return tag;
  }

  /** The description of the metric. */
  public String text() {
    return text;
  }

  /** The name in Kamon, for example {@code counter.aquatope_start_cold}. */
  public String kamonName() {
    return kind.prefix() + "." + COMPONENT + "_" + topic + "_" + what;
  }

  /**
   * The name in Prometheus, for example {@code counter_aquatope_start_cold_total}; the name of a
   * histogram is followed by {@code _bucket}, {@code _count} and {@code _sum}.
   */
  public String prometheusName() {
    return kamonName().replace('.', '_')
        + unit.prometheusSuffix()
        + (kind == COUNTER ? "_total" : "");
  }
}
