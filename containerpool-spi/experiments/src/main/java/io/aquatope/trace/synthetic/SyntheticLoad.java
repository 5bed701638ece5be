/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import io.aquatope.trace.Trace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of a generated load with the call patterns published for production (Shahrad et al.,
 * "Serverless in the Wild", USENIX ATC 2020): timers, daily rhythm, bursts, rare calls, and chains
 * of stages.
 *
 * @param functions that are called from outside, each with a pattern of its own
 * @param hours duration of the load
 * @param activations target number of activations from outside; those that timers and rare
 *     functions leave are divided by popularity among functions with a daily rhythm or bursts
 * @param chains workflows of 3 to 8 stages, in addition to the functions
 */
public record SyntheticLoad(int functions, int hours, int activations, int chains) {

  /** The settings, for help texts. */
  public static final String SETTINGS =
      "functions=16,hours=8,activations=20000,chains=2 (the defaults; each may be omitted)";

  public SyntheticLoad {
    check("functions", functions, 1, 1_000_000);
    check("hours", hours, 1, 24 * 366);
    check("activations", activations, 1, 1_000_000_000);
    check("chains", chains, 0, 100_000);
  }

  private static void check(String setting, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s of a synthetic trace is %d, expected %d to %d",
              setting,
              value,
              least,
              most));
    }
  }

  /** A working day of one invoker with 4 GB. It replays in a second, and policies differ on it. */
  public static SyntheticLoad newDefault() {
    return new SyntheticLoad(16, 8, 20_000, 2);
  }

  /**
   * Parses settings such as {@code functions=400,hours=24}; omitted ones take their defaults.
   *
   * @throws IllegalArgumentException naming the setting that is wrong, and the expected form
   */
  public static SyntheticLoad parse(String text) {
    SyntheticLoad standard = newDefault();
    Map<String, Integer> settings = new LinkedHashMap<>();
    settings.put("functions", standard.functions);
    settings.put("hours", standard.hours);
    settings.put("activations", standard.activations);
    settings.put("chains", standard.chains);
    for (String setting : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
      List<String> keyAndValue = Splitter.on('=').trimResults().splitToList(setting);
      Integer value = keyAndValue.size() == 2 ? Ints.tryParse(keyAndValue.get(1)) : null;
      if (value == null || settings.replace(keyAndValue.get(0), value) == null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "setting '%s' of a synthetic trace, expected %s", setting, SETTINGS));
      }
    }
    return new SyntheticLoad(
        settings.get("functions"),
        settings.get("hours"),
        settings.get("activations"),
        settings.get("chains"));
  }

  public static SyntheticLoad of(List<Path> sources) {
    StringBuilder text = new StringBuilder();
    sources.forEach(source -> text.append(source).append(','));
    return parse(text.toString());
  }

  /** Generates the load; the same seed gives the same trace. */
  public Trace trace(long seed) {
    return new SyntheticGenerator(this, seed).generate();
  }
}
