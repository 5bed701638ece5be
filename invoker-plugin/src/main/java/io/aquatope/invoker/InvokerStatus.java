/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.config.AquatopeConfig;
import io.aquatope.cpu.CpuControl;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.FunctionId;
import io.aquatope.prepare.PolicyFailures;
import io.aquatope.status.ExchangeStatus;
import io.aquatope.status.FunctionStatus.Cpu;
import io.aquatope.status.Status;
import io.aquatope.status.StatusBoard;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the status of this invoker. Safe for use by several threads. */
final class InvokerStatus implements Supplier<Status> {

  private final String name;
  private final AquatopeConfig config;
  private final StatusBoard board;
  private final InvokedFunctions functions;
  private final CpuControl cpu;
  private final Optional<InvokerMember> member;
  private final PolicyFailures failures;
  private final Instant startedAt = Instant.now();

  /**
   * @param member of the exchange, if the invoker takes part
   */
  InvokerStatus(
      String name,
      AquatopeConfig config,
      StatusBoard board,
      InvokedFunctions functions,
      CpuControl cpu,
      Optional<InvokerMember> member,
      PolicyFailures failures) {
    this.name = name;
    this.config = config;
    this.board = board;
    this.functions = functions;
    this.cpu = cpu;
    this.member = member;
    this.failures = failures;
  }

  @Override
  public Status get() {
    return Status.of(
        new Status.Invoker(
            name,
            Objects.requireNonNullElse(
                InvokerStatus.class.getPackage().getImplementationVersion(), "unknown"),
            startedAt.toString(),
            config.policy(),
            config.mode().name().toLowerCase(Locale.ROOT),
            failures.any()),
        board.latest().orElse(null),
        this::cpu,
        member.map(m -> ExchangeStatus.of(m.state(), m.isConnected())).orElse(null));
  }

  private Optional<Cpu> cpu(FunctionId function) {
    return functions.action(function).flatMap(cpu::limitOf).map(InvokerStatus::cpu);
  }

  private static Cpu cpu(LimitInForce limit) {
    return new Cpu(
        limit.limit().map(CpuLimit::cores).orElse(null),
        limit.source().name().toLowerCase(Locale.ROOT),
        limit.problem().orElse(null));
  }
}
