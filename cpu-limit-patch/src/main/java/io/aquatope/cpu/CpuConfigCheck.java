/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.aquatope.cpu.limit.CpuSettings;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Checks the {@code whisk.aquatope.cpu} section of a configuration. */
public final class CpuConfigCheck {

  private CpuConfigCheck() {}

  /**
   * Does nothing if the section is in order.
   *
   * @param root the whole configuration, defaults included
   * @throws ConfigException naming the key that is missing, bad or unknown, and what was expected
   */
  public static void check(Config root) {
    CpuSettings.of(root);
    Set<String> known = keys(ConfigFactory.defaultReferenceUnresolved());
    Set<String> unknown = keys(root);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new ConfigException.Generic(
          String.format(Locale.ROOT, "unknown keys %s, there are %s", unknown, known));
    }
  }

  private static Set<String> keys(Config root) {
    return new TreeSet<>(root.getObject(CpuSettings.PATH).keySet());
  }
}
