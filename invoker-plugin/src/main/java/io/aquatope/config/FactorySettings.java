/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;

/**
 * Settings of the reserve that the container factory keeps under OpenWhisk's own pools.
 *
 * @param memoryMb memory limit of the reserve's containers together, in MB; 0 for no reserve
 */
public record FactorySettings(long memoryMb) {

  static final String MEMORY = "factory.memory";

  private static final long MB = 1024 * 1024;

  static FactorySettings of(Config section) {
    return new FactorySettings(memoryMb(section));
  }

  static long memoryMb(Config section) {
    long bytes = section.getBytes(MEMORY);
    if (bytes < 0 || bytes % MB != 0) {
      throw new ConfigException.BadValue(
          section.getValue(MEMORY).origin(), MEMORY, bytes + " bytes, expected whole megabytes");
    }
    return bytes / MB;
  }
}
