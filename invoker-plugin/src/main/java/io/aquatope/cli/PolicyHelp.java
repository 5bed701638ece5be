/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.config.KnownPolicies;
import io.aquatope.replay.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the policies below the help of a command that takes policies. */
final class PolicyHelp {

  private PolicyHelp() {}

  static void addTo(CommandSpec command) {
    List<String> lines = new ArrayList<>(List.of("", "Policies:"));
    NamedPolicy.descriptions(KnownPolicies.ALL)
        .forEach(
            (name, description) -> {
              lines.add("  " + name);
              lines.add("      " + description);
            });
    lines.add("");
    lines.add("Stem cells are containers of a runtime, not yet initialised for an action.");
    lines.add("LRU eviction removes the least recently used container first.");
    lines.add("GB-seconds are the memory that aquatope may spend to avoid a second of delay,");
    lines.add("by default --gb-seconds-per-second.");
    command.usageMessage().footer(lines.toArray(String[]::new));
  }
}
