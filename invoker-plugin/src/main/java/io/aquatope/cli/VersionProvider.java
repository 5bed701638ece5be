/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "aquatope " + Objects.requireNonNullElse(version, "(not from a jar)"),
      "Java " + Runtime.version()
    };
  }
}
