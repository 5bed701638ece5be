/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.cli.output.ColdStartSummary;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.PlacementKind;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.replay.ReplayCpu;
import io.aquatope.trace.Trace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the simulated cluster of every command that replays a load. */
final class ClusterOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "4GB",
      description =
          "The memory of each invoker for containers, for example 16GB, or unlimited. In OpenWhisk"
              + " it is whisk.container-pool.user-memory. Default: ${DEFAULT-VALUE}.")
  private MemorySize memory = new MemorySize(4096);

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "The cores of each invoker. Functions get a share of them in proportion to their memory,"
              + " and activations also wait for CPU. Default: CPU is not counted.")
  private double cores;

  @Option(
      names = "--overcommit",
      paramLabel = "R",
      defaultValue = "1",
      description =
          "With --cores: the number of times that each core is given to functions, 0.1 to 100. With"
              + " 2, functions get twice as many cores as there are. Default: ${DEFAULT-VALUE}.")
  private double overcommit;

  @Option(
      names = "--invokers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "The number of invokers, among which --placement chooses. Default: ${DEFAULT-VALUE}.")
  private int invokers;

  @Option(
      names = "--placement",
      paramLabel = "NAME",
      defaultValue = "sharding",
      description =
          "The part of OpenWhisk that chooses an invoker. sharding: its load balancer, which gives"
              + " each function a home. scheduler: its scheduler, which takes an invoker with a"
              + " ready container, else a random one. Default: ${DEFAULT-VALUE}.")
  private PlacementKind placement = PlacementKind.SHARDING;

  @Option(
      names = "--cold-start",
      paramLabel = "TIME",
      defaultValue = "0.808s",
      description =
          "The mean time to create and initialise a container, if the trace does not state it."
              + " Default: ${DEFAULT-VALUE}.")
  private Duration coldStart = Duration.ofMillis(808);

  @Option(
      names = "--cold-start-spread",
      paramLabel = "S",
      defaultValue = "0.25",
      description =
          "How much the times of cold starts differ: the standard deviation of their logarithm, 0"
              + " to 2. With 0.25, most cold starts are within a quarter of the mean. Default:"
              + " ${DEFAULT-VALUE}.")
  private double spread;

  @Option(
      names = "--init-share",
      paramLabel = "R",
      defaultValue = "0.25",
      description =
          "The share of a cold start that is initialisation, 0 to 1. A stem cell (a container of a"
              + " runtime that is not yet initialised for an action) saves the rest. Default:"
              + " ${DEFAULT-VALUE}.")
  private double initShare;

  ReplayConfig config(long seed) {
    check("--invokers", invokers, 1, ReplayConfig.MAX_INVOKERS);
    check("--cold-start-spread", spread, 0, 2);
    check("--init-share", initShare, 0, 1);
    check("--cores", cores, 0, 1000);
    check("--overcommit", overcommit, 0.1, 100);
    if (cores > 0 && memory.mb() == ReplayConfig.UNLIMITED) {
      throw new ParameterException(
          command.commandLine(),
          "--cores are shared out by memory, expected a --memory with a bound");
    }
    return new ReplayConfig(
        memory.mb(),
        new ReplayCpu(cores, overcommit),
        invokers,
        new ColdStart(MICROSECONDS.convert(coldStart), initShare, spread),
        seed,
        placement);
  }

  PlacementKind placement() {
    return placement;
  }

  private void check(String option, Number value, double least, double most) {
    if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw new ParameterException(
          command.commandLine(),
          String.format(
              Locale.ROOT,
              "Invalid value for option '%s': %s, expected %s to %s",
              option,
              value,
              plain(least),
              plain(most)));
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** Describes the cluster with the cold starts of a load in words, for reports. */
  String describe(Trace load) {
    String each = invokers == 1 ? "1 invoker with " : invokers + " invokers, each with ";
    String cpu = cores == 0 ? "" : " and " + plain(cores) + " cores";
    String chosen = placement == PlacementKind.SCHEDULER ? ", placement by the scheduler" : "";
    return each + memory + cpu + ", " + ColdStartSummary.of(load, coldStart) + chosen;
  }
}
