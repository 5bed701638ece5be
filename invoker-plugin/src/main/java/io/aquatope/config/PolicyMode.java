/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.Locale;

/**
 * Who acts: the configured policy, or OpenWhisk's rule while that policy only says what it would.
 */
public enum PolicyMode {
  /** The configured policy. */
  ACT,
  /** OpenWhisk's rule; the configured policy decides and reports. */
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
