/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
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

  static final String KEY = "mode";

  static PolicyMode of(Config section) {
    String mode = section.getString(KEY);
    try {
      return valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(
          section.getValue(KEY).origin(), KEY, mode + " is not one of act, observe", e);
    }
  }
}
