/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import io.aquatope.settings.ConfigSection;

/**
 * Settings of the reserve that the container factory keeps under OpenWhisk's own pools.
 *
 * @param memoryMb memory limit of the reserve's containers together, in MB; 0 for no reserve
 */
public record FactorySettings(long memoryMb) {

  static FactorySettings of(ConfigSection factory) {
    return new FactorySettings(factory.wholeMegabytes("memory"));
  }
}
