/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import io.aquatope.settings.ConfigSection;

/**
 * Settings of the admission of activations by CPU.
 *
 * @param enabled whether activations are admitted by CPU in addition to memory
 * @param overcommit how many times the cores are allocated then
 */
public record SlotSettings(boolean enabled, double overcommit) {

  static SlotSettings of(ConfigSection cpu) {
    return new SlotSettings(cpu.flag("slots"), cpu.positiveDouble("slots-overcommit"));
  }
}
