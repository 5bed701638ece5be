/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import org.jspecify.annotations.Nullable;

/** Failure to read a key of the configuration: it is missing, or its value is bad. */
public final class InvalidSettingException extends ConfigException.BadValue {

  private static final long serialVersionUID = 1;

  private final String key;
  private final String finding;

  InvalidSettingException(
      String key, ConfigOrigin place, String finding, @Nullable Throwable cause) {
    super(place, key, finding, cause);
    this.key = key;
    this.finding = finding + " (" + place.description() + ")";
  }

  /** The full path of the key. */
  public String key() {
    return key;
  }

  /** The value, what was expected, and the file and line. */
  public String finding() {
    return finding;
  }
}
