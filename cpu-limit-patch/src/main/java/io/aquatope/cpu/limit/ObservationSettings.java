/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import io.aquatope.settings.ConfigSection;
import java.nio.file.Path;

/**
 * Settings of the observation of the CPU that activations use.
 *
 * @param cgroups folder in which the kernel shows the resource use of containers
 * @param isLogged whether each activation's CPU use is logged
 */
public record ObservationSettings(Path cgroups, boolean isLogged) {

  static ObservationSettings of(ConfigSection cpu) {
    return new ObservationSettings(cpu.path("cgroups"), cpu.flag("log-observations"));
  }
}
