/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.settings.ConfigSection;
import java.util.Locale;

/**
 * Mode of the configured policy. It acts, or OpenWhisk's rule acts and the policy only reports its
 * decisions.
 */
public enum PolicyMode {
  /** The configured policy acts. */
  ACT,
  /** OpenWhisk's rule acts. The configured policy decides and reports. */
  OBSERVE;

  static PolicyMode of(ConfigSection section) {
    return valueOf(section.oneOf("mode", "act", "observe").toUpperCase(Locale.ROOT));
  }
}
