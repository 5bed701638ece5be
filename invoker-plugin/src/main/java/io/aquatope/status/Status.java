/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Response of {@code GET /aquatope/status}. Durations are in seconds, memory in MB, points in time
 * as in ISO 8601.
 *
 * @param at time of the pool's snapshot; null before the first
 * @param pool null before the first snapshot
 * @param decisions the latest of the policy, the newest first
 * @param exchange null if the invoker takes no part in it
 */
public record Status(
    Invoker invoker,
    @Nullable String at,
    @Nullable Pool pool,
    List<FunctionStatus> functions,
    List<DecisionStatus> decisions,
    @Nullable ExchangeStatus exchange) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * The invoker's configuration.
   *
   * @param mode {@code act}, or {@code observe}: then no decision is carried out
   * @param policyFailed whether the policy has failed; OpenWhisk's rule answers its failed calls
   */
  public record Invoker(
      String name,
      String version,
      String startedAt,
      String policy,
      String mode,
      boolean policyFailed) {}

  /**
   * The container pool.
   *
   * @param starts number of activations since the start, by kind of start
   */
  public record Pool(@JsonUnwrapped PoolMemory memory, Map<String, Long> starts) {

    static Pool of(PoolSnapshot pool) {
      return new Pool(
          pool.memory(),
          pool.starts().entrySet().stream()
              .collect(Collectors.toMap(entry -> word(entry.getKey()), Map.Entry::getValue)));
    }
  }

  /** Builds the status from a snapshot. */
  public static Status of(
      Invoker invoker,
      @Nullable PoolSnapshot pool,
      FunctionStatus.CpuLimits cpu,
      @Nullable ExchangeStatus exchange) {
    return pool == null
        ? new Status(invoker, null, null, List.of(), List.of(), exchange)
        : new Status(
            invoker,
            pool.at().toString(),
            Pool.of(pool),
            pool.functions().stream()
                .map(function -> FunctionStatus.of(function, cpu.of(function.spec().id())))
                .toList(),
            pool.decisions().stream().map(DecisionStatus::of).toList(),
            exchange);
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A constant as the words of its name. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
