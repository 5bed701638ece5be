/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Reader of one section of the configuration. Each method reads one key and checks its value. All
 * fail with an {@link InvalidSettingException} if the key is missing or the value is bad.
 */
public final class ConfigSection {

  private static final long MB = 1024 * 1024;

  /** The clocks for intervals count milliseconds. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** Longer than any interval in use. Sums of such intervals fit into every counter. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final String path;
  private final Config values;

  private ConfigSection(String path, Config values) {
    this.path = path;
    this.values = values;
  }

  /**
   * The section at a path.
   *
   * @param root the whole configuration, defaults included
   * @throws InvalidSettingException if there is no such section
   */
  public static ConfigSection of(Config root, String path) {
    try {
      return new ConfigSection(path, root.getConfig(path));
    } catch (ConfigException e) {
      throw invalid(path, path, e, root.root().origin());
    }
  }

  /** A section within this one. */
  public ConfigSection section(String key) {
    return new ConfigSection(path + "." + key, value(key, Config::getConfig));
  }

  public boolean flag(String key) {
    return value(key, Config::getBoolean);
  }

  public String text(String key) {
    return value(key, Config::getString);
  }

  public Path path(String key) {
    return value(key, (section, name) -> Path.of(section.getString(name)));
  }

  /** A file; an empty text is none. */
  public Optional<Path> file(String key) {
    return text(key).isEmpty() ? Optional.empty() : Optional.of(path(key));
  }

  /** One of some words, in upper or lower case; as it is given here. */
  public String oneOf(String key, String... words) {
    String value = text(key);
    return Arrays.stream(words)
        .filter(value::equalsIgnoreCase)
        .findAny()
        .orElseThrow(() -> bad(key, value + " is not one of " + String.join(", ", words)));
  }

  /** A duration from 0 on. */
  public Duration duration(String key) {
    return checked(key, TimeNotation::read, value -> !value.isNegative(), "0 or more");
  }

  /** A duration of more than 0. */
  public Duration positiveDuration(String key) {
    return checked(
        key, TimeNotation::read, value -> !value.isNegative() && !value.isZero(), "more than 0");
  }

  /** The time between two events, as a clock can measure it. */
  public Duration interval(String key) {
    Duration value = positiveDuration(key);
    boolean isMeasurable = value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0;
    require(isMeasurable, key, "1 millisecond to 365 days");
    return value;
  }

  /** An integer from 1 on. */
  public int positiveInt(String key) {
    return checked(key, Config::getInt, value -> value >= 1, "1 or more");
  }

  /** An integer within bounds, both included. */
  public int between(String key, int least, int most) {
    return checked(
        key, Config::getInt, value -> value >= least && value <= most, least + " to " + most);
  }

  /** A finite number of more than 0. */
  public double positiveDouble(String key) {
    return checked(
        key,
        Config::getDouble,
        value -> value > 0 && value < Double.POSITIVE_INFINITY,
        "more than 0");
  }

  /** A finite number from 0 on. */
  public double nonNegativeDouble(String key) {
    return checked(
        key,
        Config::getDouble,
        value -> value >= 0 && value < Double.POSITIVE_INFINITY,
        "0 or more");
  }

  /** A part of a whole. */
  public double share(String key) {
    return checked(
        key, Config::getDouble, value -> value > 0 && value <= 1, "more than 0, at most 1");
  }

  /** A size in MB, rounded down. */
  public long megabytes(String key) {
    return checked(key, SizeNotation::read, value -> value >= 0, "0 MB or more") / MB;
  }

  /** A size in MB that is not rounded. */
  public long wholeMegabytes(String key) {
    return checked(
            key, SizeNotation::read, value -> value >= 0 && value % MB == 0, "whole megabytes")
        / MB;
  }

  /** A size in MB of a key of OpenWhisk's own, rounded down; what OpenWhisk takes it for. */
  public long openWhiskMegabytes(String key) {
    return checked(key, Config::getBytes, value -> value >= 0, "0 MB or more") / MB;
  }

  /**
   * A value that is read from a list. The list may come as text, as from the environment.
   *
   * @param reader as of {@link #value}
   */
  public <T> T list(String key, BiFunction<Config, String, T> reader) {
    return value(key, (section, name) -> reader.apply(ListNotation.withList(section, name), name));
  }

  /**
   * A value of any other kind.
   *
   * @param reader of this section and {@code key}; may fail with an {@link
   *     IllegalArgumentException} that names the value and what was expected
   */
  public <T> T value(String key, BiFunction<Config, String, T> reader) {
    String spelled = VariableNotation.imageSpelling(key);
    if (!spelled.equals(key) && values.hasPath(spelled)) {
      return read(spelled, reader);
    }
    return read(key, reader);
  }

  private <T> T read(String key, BiFunction<Config, String, T> reader) {
    try {
      return reader.apply(values, key);
    } catch (InvalidSettingException e) {
      throw e;
    } catch (ConfigException e) {
      throw invalid(path + "." + key, key, e, values.origin());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          path + "." + key, place(key), String.valueOf(e.getMessage()), e);
    }
  }

  /** Fails with the value of a key unless a condition is satisfied. */
  public void require(boolean satisfied, String key, String expected) {
    if (!satisfied) {
      throw bad(key, values.getValue(key).unwrapped() + ", expected " + expected);
    }
  }

  private <T> T checked(
      String key,
      BiFunction<Config, String, T> reader,
      Predicate<? super T> isGood,
      String expected) {
    T value = value(key, reader);
    require(isGood.test(value), key, expected);
    return value;
  }

  private InvalidSettingException bad(String key, String finding) {
    return new InvalidSettingException(path + "." + key, place(key), finding, null);
  }

  private ConfigOrigin place(String key) {
    return values.hasPath(key) ? values.getValue(key).origin() : values.origin();
  }

  /** The library's failure, without the place and the key that it repeats. */
  private static InvalidSettingException invalid(
      String path, String key, ConfigException failure, ConfigOrigin section) {
    ConfigOrigin place = failure.origin() == null ? section : failure.origin();
    String text = without(place.description() + ": ", String.valueOf(failure.getMessage()));
    return new InvalidSettingException(
        path, place, without("Invalid value at '" + key + "': ", text), failure);
  }

  private static String without(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }
}
