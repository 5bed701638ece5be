/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import static java.util.Comparator.comparingInt;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.aquatope.config.ConfigProblem;
import io.aquatope.config.EditDistance;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Check of the names of providers in a configuration: those under {@code whisk.spi}, and those that
 * the plugin decorates. OpenWhisk loads a provider as a Scala object, whose class ends with a
 * dollar sign.
 */
public final class ProviderNames {

  private static final String SPI = "whisk.spi";
  private static final String OURS = "io.aquatope.";
  private static final String OPEN_WHISK = "org.apache.openwhisk.";
  private static final String PROVIDER = "Provider";

  /** Keys of the plugin that name a provider to decorate, with the interface that it needs. */
  private static final Map<String, String> DELEGATES =
      Map.of(
          "whisk.aquatope.cpu.delegate", "ContainerFactoryProvider",
          "whisk.aquatope.hub.delegate", "LoadBalancerProvider",
          "whisk.aquatope.status.delegate", "InvokerServerProvider");

  /** OpenWhisk's own providers, since 2022. */
  private static final Map<String, List<String>> SHIPPED =
      Map.of(
          "ContainerFactoryProvider",
          List.of(
              "org.apache.openwhisk.core.containerpool.docker.DockerContainerFactoryProvider",
              "org.apache.openwhisk.core.containerpool.docker.DockerForMacContainerFactoryProvider",
              "org.apache.openwhisk.core.containerpool.docker"
                  + ".StandaloneDockerContainerFactoryProvider",
              "org.apache.openwhisk.core.containerpool.kubernetes"
                  + ".KubernetesContainerFactoryProvider",
              "org.apache.openwhisk.core.yarn.YARNContainerFactoryProvider"),
          "LoadBalancerProvider",
          List.of(
              "org.apache.openwhisk.core.loadBalancer.ShardingContainerPoolBalancer",
              "org.apache.openwhisk.core.loadBalancer.LeanBalancer",
              "org.apache.openwhisk.core.loadBalancer.FPCPoolBalancer",
              "org.apache.openwhisk.standalone.KafkaAwareLeanBalancer"),
          "InvokerServerProvider",
          List.of(
              "org.apache.openwhisk.core.invoker.DefaultInvokerServer",
              "org.apache.openwhisk.core.invoker.FPCInvokerServer"),
          "InvokerProvider",
          List.of(
              "org.apache.openwhisk.core.invoker.InvokerReactive",
              "org.apache.openwhisk.core.invoker.FPCInvokerReactive"));

  private final Map<String, String> own;
  private final Optional<ClassPath> installation;
  private final List<ConfigProblem> problems = new ArrayList<>();

  private ProviderNames(Map<String, String> own, Optional<ClassPath> installation) {
    this.own = own;
    this.installation = installation;
  }

  /**
   * The names that no class has.
   *
   * @param plugin the classes of the plugin
   * @param installation the classes of the OpenWhisk, if it is known
   */
  public static List<ConfigProblem> problems(
      Config config, ClassPath plugin, Optional<ClassPath> installation) throws IOException {
    ProviderNames names = new ProviderNames(providers(plugin), installation);
    for (Map.Entry<String, ConfigValue> spi : section(config, SPI).entrySet()) {
      names.check(spi.getKey(), SPI + "." + spi.getKey(), spi.getValue(), false);
    }
    for (Map.Entry<String, String> delegate : DELEGATES.entrySet()) {
      ConfigValue value = value(config, delegate.getKey());
      if (value != null) {
        names.check(delegate.getValue(), delegate.getKey(), value, true);
      }
    }
    return names.problems;
  }

  private static Map<String, ConfigValue> section(Config config, String path) {
    try {
      return config.hasPath(path) ? config.getObject(path) : Map.of();
    } catch (ConfigException e) {
      return Map.of();
    }
  }

  private static @Nullable ConfigValue value(Config config, String path) {
    try {
      return config.hasPath(path) ? config.getValue(path) : null;
    } catch (ConfigException e) {
      return null;
    }
  }

  /** The plugin's providers, each with the simple name of the interface that it implements. */
  private static Map<String, String> providers(ClassPath plugin) throws IOException {
    Map<String, String> providers = new LinkedHashMap<>();
    String prefix = OURS.replace('.', '/');
    for (String name : plugin.classNames().stream().sorted().collect(Collectors.toList())) {
      if (name.startsWith(prefix) && name.endsWith(PROVIDER + "$")) {
        for (String type : plugin.find(name).map(ClassShape::interfaces).orElse(List.of())) {
          providers.put(
              name.substring(0, name.length() - 1).replace('/', '.'),
              type.substring(type.lastIndexOf('/') + 1));
        }
      }
    }
    return providers;
  }

  private void check(String type, String key, ConfigValue value, boolean isDelegate)
      throws IOException {
    if (!isText(value)) {
      return;
    }
    String name = String.valueOf(value.unwrapped());
    String place = " (" + value.origin().description() + ")";
    String provides = own.get(name);
    if (provides != null) {
      if (isDelegate) {
        add(key, name + " is the plugin's own, expected a provider that it decorates" + place);
      } else if (!provides.equals(type)) {
        add(key, name + " is the provider for " + SPI + "." + provides + place);
      }
    } else if (isMeantAsOurs(name)) {
      add(key, unknown(name, isDelegate ? List.of() : own.keySet(), type) + place);
    } else if (name.startsWith(OPEN_WHISK) && SHIPPED.containsKey(type)) {
      List<String> shipped = shipped(type);
      if (!shipped.contains(name) && !isInstalled(name)) {
        add(key, unknown(name, shipped, type) + place);
      }
    }
  }

  /** OpenWhisk's providers: those of the one at hand if it has such ones, or else all known. */
  private List<String> shipped(String type) throws IOException {
    List<String> known = SHIPPED.getOrDefault(type, List.of());
    List<String> found = new ArrayList<>();
    for (String name : known) {
      if (isInstalled(name)) {
        found.add(name);
      }
    }
    return found.isEmpty() ? known : found;
  }

  private boolean isInstalled(String name) throws IOException {
    return installation.isPresent() && installation.get().has(name.replace('.', '/') + "$");
  }

  private static boolean isText(ConfigValue value) {
    try {
      return value.valueType() == ConfigValueType.STRING;
    } catch (ConfigException.NotResolved e) {
      return false;
    }
  }

  private boolean isMeantAsOurs(String name) {
    return name.toLowerCase(Locale.ROOT).contains("aquatop")
        || own.keySet().stream().anyMatch(provider -> EditDistance.between(provider, name) <= 3);
  }

  private String unknown(String name, Collection<String> candidates, String type) {
    List<String> sameType =
        candidates.stream()
            .filter(candidate -> own.getOrDefault(candidate, type).equals(type))
            .collect(Collectors.toList());
    Collection<String> near = sameType.isEmpty() ? candidates : sameType;
    String suggestion =
        near.stream()
            .min(comparingInt(candidate -> EditDistance.between(candidate, name)))
            .map(nearest -> ", did you mean '" + nearest + "'?")
            .orElse("");
    return "there is no provider '"
        + name
        + "'"
        + suggestion
        + (near.size() > 1 ? " There are " + new TreeSet<>(near) : "");
  }

  private void add(String key, String message) {
    problems.add(new ConfigProblem(key, message));
  }
}
