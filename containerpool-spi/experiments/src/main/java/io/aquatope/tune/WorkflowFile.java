/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A workflow file (HOCON): name, QoS target, quantile, prices, and stages that name their table of
 * measurements and the stages they wait for.
 *
 * @param name for reports
 * @param config the object {@code workflow}
 */
public record WorkflowFile(String name, Config config) {

  private static final String QOS = "qos";

  static final double QUANTILE = 0.95;
  static final ResourcePrices PRICES = new ResourcePrices(0.0000480, 0.0000034);

  /** Upper bound of a file written by hand, in bytes. */
  private static final long LARGEST = 1 << 20;

  private static final Config DEFAULTS =
      ConfigFactory.parseMap(
          Map.of(
              "workflow.quantile", QUANTILE,
              "workflow.price.cpu-second", PRICES.cpuSecond(),
              "workflow.price.gb-second", PRICES.gbSecond()));

  private static final Config STAGE_DEFAULTS =
      ConfigFactory.parseMap(Map.of("input", "", "instance-type", "", "repeat", 1));

  /**
   * Reads {@code file}.
   *
   * @throws IllegalArgumentException naming file, line and key of a value that cannot be parsed
   */
  public static WorkflowFile read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("workflow file " + file + " cannot be read");
    }
    if (file.toFile().length() > LARGEST) {
      throw new IllegalArgumentException(
          "workflow file " + file + " is larger than " + LARGEST + " bytes, expected a few kB");
    }
    try {
      return of(() -> ConfigFactory.parseFile(file.toFile()));
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("workflow file " + file + " is nested too deeply", e);
    }
  }

  /**
   * Reads a workflow file that is shipped with the program.
   *
   * @throws IllegalArgumentException naming file, line and key of a value that cannot be parsed
   */
  public static WorkflowFile read(URL resource) {
    return of(() -> ConfigFactory.parseURL(resource));
  }

  private static WorkflowFile of(Supplier<Config> parser) {
    try {
      Config config = parser.get().withFallback(DEFAULTS).resolve().getConfig("workflow");
      return new WorkflowFile(config.getString("name"), config);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The workflow with its measurements. */
  public MeasuredWorkflow over(ProfileTables profiles) {
    try {
      Map<String, Config> stages = ordered();
      List<String> names = List.copyOf(stages.keySet());
      List<MeasuredStage> measured = new ArrayList<>();
      ImmutableList.Builder<ImmutableIntArray> predecessors = ImmutableList.builder();
      stages.forEach(
          (name, stage) -> {
            measured.add(stage(name, stage, profiles));
            predecessors.add(
                ImmutableIntArray.copyOf(after(stage).stream().mapToInt(names::indexOf)));
          });
      WorkflowProblem problem =
          new WorkflowProblem(
              new WorkflowGraph(predecessors.build()),
              measured.stream().map(MeasuredStage::space).collect(ImmutableList.toImmutableList()),
              new ResourcePrices(
                  config.getDouble("price.cpu-second"), config.getDouble("price.gb-second")),
              target(config),
              config.getDouble("quantile"));
      return new MeasuredWorkflow(problem, measured);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The latency target in seconds. HOCON takes a number without a unit for milliseconds. */
  private static double target(Config config) {
    ConfigValue value = config.getValue(QOS);
    String text = String.valueOf(value.unwrapped()).strip();
    if (text.matches("[+-]?\\d+(\\.\\d+)?")) {
      throw new ConfigException.BadValue(
          value.origin(),
          QOS,
          text + " has no unit, expected for example " + text + " s or " + text + " ms");
    }
    return config.getDuration(QOS, TimeUnit.NANOSECONDS) / 1e9;
  }

  /** The stages, each after those that it waits for. */
  private Map<String, Config> ordered() {
    Map<String, Config> open = new LinkedHashMap<>();
    for (String name : config.getObject("stages").keySet().stream().sorted().toList()) {
      open.put(name, config.getConfig("stages." + ConfigUtil.quoteString(name)));
    }
    for (Map.Entry<String, Config> stage : open.entrySet()) {
      for (String before : after(stage.getValue())) {
        if (!open.containsKey(before)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "stages.%s.after names '%s', which is no stage; stages are %s",
                  stage.getKey(),
                  before,
                  open.keySet()));
        }
      }
    }
    Map<String, Config> ordered = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      Map.Entry<String, Config> next =
          open.entrySet().stream()
              .filter(stage -> ordered.keySet().containsAll(after(stage.getValue())))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "stages wait for each other in a circle: " + open.keySet()));
      ordered.put(next.getKey(), next.getValue());
      open.remove(next.getKey());
    }
    return ordered;
  }

  private static List<String> after(Config stage) {
    return stage.hasPath("after") ? stage.getStringList("after") : List.of();
  }

  private static MeasuredStage stage(String name, Config stage, ProfileTables profiles) {
    Config complete = stage.withFallback(STAGE_DEFAULTS);
    return profiles.stage(
        name,
        new ProfileKey(
            complete.getString("function"),
            complete.getString("input"),
            complete.getString("instance-type")),
        complete.getInt("repeat"));
  }
}
