/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.prewarm.PrewarmSettings;
import io.aquatope.prewarm.PrewarmValues;
import io.aquatope.settings.ConfigSection;

/** The section {@code prewarm} of the configuration, for the settings of the policy. */
record PrewarmSection(ConfigSection section) implements PrewarmValues {

  private static final String ALL = "all";

  @Override
  public boolean flag(String key) {
    return section.flag(key);
  }

  @Override
  public int positiveInt(String key) {
    return section.positiveInt(key);
  }

  @Override
  public double positiveDouble(String key) {
    return section.positiveDouble(key);
  }

  @Override
  public double nonNegativeDouble(String key) {
    return section.nonNegativeDouble(key);
  }

  @Override
  public long memoryMb(String key) {
    return section.text(key).equals(ALL) ? PrewarmSettings.ALL : section.megabytes(key);
  }
}
