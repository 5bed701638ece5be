/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import io.aquatope.cpu.limit.LimitInForce.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the limit of a container. Sources, strongest first: a decision of the optimiser; the
 * action's annotation; the first of the operator's rules that matches the action; the default in
 * proportion to memory. A limit above the machine's CPUs is cut to them, because an engine would
 * refuse it.
 *
 * <p>Safe for use by several threads.
 */
public final class CpuLimits {

  private final CpuDecisions decisions;
  private final @Nullable ProportionalLimit byMemory;
  private final Optional<CpuLimit> machine;
  private volatile List<LimitRule> rules;

  /**
   * @param byMemory the default, or null for no limit
   * @param machine all CPUs of the machine that containers run on; empty if machines differ
   */
  public CpuLimits(
      CpuDecisions decisions,
      List<LimitRule> rules,
      @Nullable ProportionalLimit byMemory,
      Optional<CpuLimit> machine) {
    this.decisions = decisions;
    this.rules = List.copyOf(rules);
    this.byMemory = byMemory;
    this.machine = machine;
  }

  /** Replaces the operator's rules. */
  public void replaceRules(List<LimitRule> newRules) {
    rules = List.copyOf(newRules);
  }

  public LimitInForce of(ContainerAssignment workload) {
    Optional<CpuLimit> annotated = workload.annotation().flatMap(CpuAnnotation::limit);
    Optional<String> problem = workload.annotation().flatMap(CpuAnnotation::problem);
    Optional<CpuLimit> decided = decisions.of(workload.action());
    if (decided.isPresent()) {
      return inForce(decided, Source.DECISION, problem);
    }
    if (annotated.isPresent()) {
      return inForce(annotated, Source.ANNOTATION, tooLarge(annotated.get()));
    }
    Optional<CpuLimit> configured = configured(workload);
    return configured.isPresent()
        ? inForce(configured, Source.CONFIGURATION, problem)
        : inForce(byDefault(workload), Source.DEFAULT, problem);
  }

  private Optional<CpuLimit> configured(ContainerAssignment workload) {
    return workload.isStemCell()
        ? Optional.empty()
        : rules.stream()
            .filter(rule -> rule.matches(workload.action()))
            .findFirst()
            .map(LimitRule::limit);
  }

  private Optional<CpuLimit> byDefault(ContainerAssignment workload) {
    return Optional.ofNullable(byMemory).map(share -> share.of(workload.memoryMb()));
  }

  private Optional<String> tooLarge(CpuLimit limit) {
    return machine
        .filter(all -> limit.milliCores() > all.milliCores())
        .map(all -> "\"" + limit + "\" is more than the " + all + " cores of this machine");
  }

  private LimitInForce inForce(Optional<CpuLimit> limit, Source source, Optional<String> problem) {
    return new LimitInForce(limit.map(this::cut), source, problem);
  }

  private CpuLimit cut(CpuLimit limit) {
    return machine.filter(all -> limit.milliCores() > all.milliCores()).orElse(limit);
  }

  /** All CPUs of the machine. A container gets them when its limit is lifted. */
  public Optional<CpuLimit> machine() {
    return machine;
  }
}
