/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.OutlookSnapshot;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function: its containers, its forecast, the resulting decisions, and its CPU limit.
 *
 * @param decided the last decision about it; null if there was none
 * @param cpu null if CPU limits are not in use
 */
public record FunctionStatus(
    @JsonUnwrapped Spec spec,
    FunctionCount containers,
    @JsonUnwrapped Outlook outlook,
    @Nullable DecisionStatus decided,
    @Nullable Cpu cpu) {

  /**
   * The function itself.
   *
   * @param function namespace, action and revision in one
   * @param depth to which its containers may be prepared: {@code stem cell} (not at all), {@code
   *     created} or {@code initialised}
   */
  public record Spec(
      String function,
      String namespace,
      String action,
      String revision,
      String kind,
      int memoryMb,
      String depth) {

    private static Spec of(FunctionSpec spec) {
      FunctionId id = spec.id();
      return new Spec(
          id.toString(),
          id.namespace(),
          id.action(),
          id.revision(),
          spec.kind(),
          spec.memoryMb(),
          Status.word(spec.deepest()));
    }
  }

  /**
   * State of the function in the policy.
   *
   * @param ruledBy {@code forecast}, {@code openwhisk}, or {@code policy} if that does not forecast
   * @param why reason for OpenWhisk's rule; null if it does not apply
   * @param forecast null if there is none
   * @param times measured durations of its starts and runs; null if the policy does not learn
   * @param worth valuation of its containers; null if no call was expected
   */
  public record Outlook(
      String ruledBy,
      @Nullable String why,
      @Nullable Forecast forecast,
      @Nullable Times times,
      @Nullable Worth worth) {

    private static Outlook of(Optional<OutlookSnapshot> outlook) {
      Optional<FallbackReason> trouble = outlook.flatMap(OutlookSnapshot::trouble);
      return new Outlook(
          outlook.isEmpty() ? "policy" : trouble.isEmpty() ? "forecast" : "openwhisk",
          trouble.map(FunctionStatus::why).orElse(null),
          outlook.flatMap(FunctionStatus::forecast).orElse(null),
          outlook.map(OutlookSnapshot::durations).map(FunctionStatus::times).orElse(null),
          outlook.flatMap(OutlookSnapshot::worth).map(FunctionStatus::worth).orElse(null));
    }
  }

  /**
   * A forecast.
   *
   * @param expectedCalls in the next minute
   * @param anyCall probability of any call in this minute, forecast before it
   * @param busyMedian median of the number of busy containers in this minute; and other quantiles
   * @param coverage share of the last windows whose demand was within the central 98 %
   */
  public record Forecast(
      double expectedCalls,
      double anyCall,
      long busyMedian,
      long busyP90,
      long busyP99,
      double coverage) {}

  /** Durations of starts and runs. */
  public record Times(double coldSeconds, double initSeconds, double runSeconds) {}

  /** Target number of ready containers, and the value of the last of them. */
  public record Worth(int wanted, @JsonUnwrapped ContainerValue value) {}

  /**
   * A CPU limit.
   *
   * @param cores null for no limit
   * @param source {@code decision}, {@code annotation}, {@code configuration} or {@code default}
   * @param problem error in the annotation; null if there is none
   */
  public record Cpu(@Nullable Double cores, String source, @Nullable String problem) {}

  /** Source of the CPU limits of functions. */
  @FunctionalInterface
  public interface CpuLimits {
    Optional<Cpu> of(FunctionId function);
  }

  static FunctionStatus of(PoolSnapshot.Function function, Optional<Cpu> cpu) {
    return new FunctionStatus(
        Spec.of(function.spec()),
        function.containers(),
        Outlook.of(function.outlook()),
        function.decided().map(DecisionStatus::of).orElse(null),
        cpu.orElse(null));
  }

  private static String why(FallbackReason trouble) {
    return switch (trouble) {
      case UNKNOWN -> "it is new, there is no forecast yet";
      case LATE -> "the forecast was late";
      case FAILED -> "forecasting failed";
      case UNCALIBRATED -> "too much of the demand lay outside its forecasts";
    };
  }

  private static Optional<Forecast> forecast(OutlookSnapshot outlook) {
    return outlook.demand().busy().map(busy -> forecast(outlook.demand(), busy));
  }

  private static Forecast forecast(OutlookSnapshot.Demand demand, PredictiveDistribution busy) {
    return new Forecast(
        demand.expectedCalls(),
        busy.atLeast(1),
        busy.quantile(0.5),
        busy.quantile(0.9),
        busy.quantile(0.99),
        demand.coverage());
  }

  private static Times times(OutlookSnapshot.Durations durations) {
    return new Times(durations.coldSeconds(), durations.initSeconds(), durations.runSeconds());
  }

  private static Worth worth(OutlookSnapshot.Worth worth) {
    return new Worth(
        worth.wanted(),
        new ContainerValue(
            worth.last().probability(),
            Status.word(worth.last().source()),
            worth.last().valueSeconds(),
            worth.last().costSeconds()));
  }
}
