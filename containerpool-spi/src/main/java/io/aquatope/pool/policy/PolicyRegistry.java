/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Registry of the policies that can be chosen by name, in configuration and on the command line.
 * Help texts, the policies that a replay compares by default and the property tests come from it.
 * Immutable: a package that has further policies adds them to a copy.
 */
public final class PolicyRegistry {

  private static final PolicyRegistry STANDARD =
      new PolicyRegistry(ImmutableMap.of())
          .with(
              "openwhisk",
              "OpenWhisk's rule: fixed keep-alive, LRU eviction, fixed stem cells",
              OpenWhiskPolicy::new)
          .with(
              "openwhisk-reactive",
              "as openwhisk, but the number of stem cells follows recent cold starts",
              OpenWhiskReactivePolicy::new)
          .with(
              "keep-alive",
              "duration",
              "keeps idle containers for the given time, starts none before calls",
              argument -> {
                var keepAlive = DurationText.parse(argument);
                return withStemCells(settings -> new KeepAlivePolicy(keepAlive));
              })
          .comparedAs("keep-alive", "keep-alive:1m", "keep-alive:20m")
          .with(
              "always-cold",
              "keeps no idle container: the most cold starts, the least memory",
              withStemCells(settings -> new KeepAlivePolicy(Duration.ZERO)));

  private final ImmutableMap<String, Entry> entries;

  private PolicyRegistry(ImmutableMap<String, Entry> entries) {
    this.entries = entries;
  }

  /** The standard policies: OpenWhisk's rules, fixed keep-alive, and always cold. */
  public static PolicyRegistry standard() {
    return STANDARD;
  }

  /** A copy with one more policy, which takes no argument. */
  public PolicyRegistry with(String name, String description, PolicyFactory factory) {
    return with(name, new Entry(null, description, factory, argument -> factory, List.of(name)));
  }

  /**
   * A copy with one more policy, chosen as {@code name:argument}.
   *
   * @param argument the meaning of the argument, in a word
   * @param parser reads the argument as written; throws {@link IllegalArgumentException} with the
   *     value and what was expected
   */
  public PolicyRegistry with(
      String name, String argument, String description, Function<String, PolicyFactory> parser) {
    return with(name, new Entry(argument, description, null, parser, List.of()));
  }

  /** A copy with one more policy, chosen as {@code name} or as {@code name:argument}. */
  public PolicyRegistry withOptional(
      String name,
      String argument,
      String description,
      PolicyFactory plain,
      Function<String, PolicyFactory> parser) {
    return with(name, new Entry(argument, description, plain, parser, List.of(name)));
  }

  private PolicyRegistry with(String name, Entry entry) {
    return new PolicyRegistry(
        ImmutableMap.<String, Entry>builder().putAll(entries).put(name, entry).buildOrThrow());
  }

  /**
   * A copy in which a policy takes part in the default comparison as written in {@code texts}: with
   * several arguments, or not at all.
   */
  public PolicyRegistry comparedAs(String name, String... texts) {
    var copy = ImmutableMap.<String, Entry>builder();
    entries.forEach(
        (known, entry) ->
            copy.put(known, known.equals(name) ? entry.comparedAs(List.of(texts)) : entry));
    return new PolicyRegistry(copy.buildOrThrow());
  }

  /** A policy that does not decide about stem cells, with those that are configured. */
  public static PolicyFactory withStemCells(PolicyFactory factory) {
    return settings -> ConfiguredStemCells.with(factory.create(settings), settings);
  }

  /** The policies that a replay compares by default, as written, in the order of registration. */
  public List<String> comparison() {
    return entries.values().stream().flatMap(entry -> entry.comparison.stream()).toList();
  }

  /**
   * The policy that a text such as {@code openwhisk} or {@code keep-alive:10m} chooses.
   *
   * @throws IllegalArgumentException naming the text and what was expected
   */
  public PolicyFactory parse(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "unknown policy '%s', expected one of %s"
              .formatted(text, String.join(", ", descriptions().keySet())));
    }
    if (colon < 0 ? entry.plain == null : entry.argument == null) {
      throw new IllegalArgumentException(
          "policy '%s', expected '%s'".formatted(text, entry.syntax(name)));
    }
    if (colon < 0 && entry.plain != null) {
      return entry.plain;
    }
    try {
      return entry.parser.apply(text.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("policy '%s': %s".formatted(text, e.getMessage()), e);
    }
  }

  /** The syntax of each policy and its description, in alphabetical order. */
  public Map<String, String> descriptions() {
    var descriptions = ImmutableSortedMap.<String, String>naturalOrder();
    entries.forEach((name, entry) -> descriptions.put(entry.syntax(name), entry.description));
    return descriptions.buildOrThrow();
  }

  private record Entry(
      @Nullable String argument,
      String description,
      @Nullable PolicyFactory plain,
      Function<String, PolicyFactory> parser,
      List<String> comparison) {

    Entry comparedAs(List<String> texts) {
      return new Entry(argument, description, plain, parser, texts);
    }

    String syntax(String name) {
      if (argument == null) {
        return name;
      }
      String written = ":<" + argument + ">";
      return plain == null ? name + written : name + "[" + written + "]";
    }
  }
}
