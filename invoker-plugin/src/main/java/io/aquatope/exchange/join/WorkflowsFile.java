/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.DefaultPrices;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.settings.TimeNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The workflows that an operator registers (HOCON): a list {@code workflows} of objects with name,
 * QoS target, quantile, prices and stages. Each stage has its {@code action} and the stages that
 * precede it. {@code callers} lists namespaces whose calls count in addition to those of the
 * actions' owners.
 */
public final class WorkflowsFile {

  private static final String DEFAULTS =
      "quantile = 0.95, price { cpu-second = %s, gb-second = %s }"
          .formatted(DefaultPrices.CPU_SECOND, DefaultPrices.GB_SECOND);

  private static final Set<String> KEYS =
      Set.of("name", "qos", "quantile", "price", "stages", "callers");
  private static final Set<String> PRICE_KEYS = Set.of("cpu-second", "gb-second");
  private static final Set<String> STAGE_KEYS = Set.of("action", "after", "repeat");

  private static final String CALLERS = "callers";
  private static final String ANY = "any";
  private static final String EXPECTED_CALLERS = "a list of namespaces, or any";

  private WorkflowsFile() {}

  /**
   * Reads the text of a file.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming file, line and key of an invalid value
   */
  public static List<Workflow> parse(String text, String name, TuningRules rules) {
    try {
      List<Workflow> workflows =
          ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription(name))
              .resolve()
              .getConfigList("workflows")
              .stream()
              .map(config -> workflow(config, name, rules))
              .toList();
      long names = workflows.stream().map(Workflow::name).distinct().count();
      FieldChecks.that(
          names == workflows.size(), "workflows.name", workflows.size(), "each name once");
      return workflows;
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Workflow workflow(Config given, String file, TuningRules rules) {
    Config config = given.withFallback(ConfigFactory.parseString(DEFAULTS));
    String name = config.getString("name");
    checkKeys(config.root(), KEYS);
    checkKeys(config.getObject("price"), PRICE_KEYS);
    try {
      return new Workflow(
          name,
          WorkflowOwner.OPERATOR,
          TimeNotation.read(config, "qos").toMillis(),
          config.getDouble("quantile"),
          config.getDouble("price.cpu-second"),
          config.getDouble("price.gb-second"),
          stages(config),
          rules,
          callers(config));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: workflow %s: %s".formatted(file, name, e.getMessage()), e);
    }
  }

  /** A misspelt key would otherwise leave its default in force without a word. */
  private static void checkKeys(ConfigObject object, Set<String> known) {
    object.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new ConfigException.BadValue(
                value.origin(), key, "unknown key, expected one of " + new TreeSet<>(known));
          }
        });
  }

  private static List<String> callers(Config config) {
    if (!config.hasPath(CALLERS)) {
      return List.of();
    }
    ConfigValue value = config.getValue(CALLERS);
    if (value.valueType() == ConfigValueType.LIST) {
      List<String> callers = config.getStringList(CALLERS);
      FieldChecks.that(
          !callers.contains(Workflow.ANY_CALLER), CALLERS, Workflow.ANY_CALLER, EXPECTED_CALLERS);
      return callers;
    }
    FieldChecks.that(ANY.equals(value.unwrapped()), CALLERS, value.unwrapped(), EXPECTED_CALLERS);
    return List.of(Workflow.ANY_CALLER);
  }

  /** The stages, each after those it waits for. */
  private static List<WorkflowStage> stages(Config config) {
    Map<String, Config> open = new LinkedHashMap<>();
    for (String name : config.getObject("stages").keySet().stream().sorted().toList()) {
      Config stage = config.getConfig("stages." + ConfigUtil.quoteString(name));
      checkKeys(stage.root(), STAGE_KEYS);
      open.put(name, stage);
    }
    List<String> names = new ArrayList<>();
    List<WorkflowStage> stages = new ArrayList<>();
    while (!open.isEmpty()) {
      Map.Entry<String, Config> next =
          open.entrySet().stream()
              .filter(stage -> names.containsAll(after(stage.getValue())))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "stages.after: %s wait for stages that do not exist, or for each other"
                              .formatted(open.keySet())));
      Config stage = next.getValue();
      stages.add(
          new WorkflowStage(
              next.getKey(),
              stage.getString("action"),
              after(stage).stream().map(names::indexOf).toList(),
              stage.hasPath("repeat") ? stage.getInt("repeat") : 1));
      names.add(next.getKey());
      open.remove(next.getKey());
    }
    return stages;
  }

  private static List<String> after(Config stage) {
    return stage.hasPath("after") ? stage.getStringList("after") : List.of();
  }
}
