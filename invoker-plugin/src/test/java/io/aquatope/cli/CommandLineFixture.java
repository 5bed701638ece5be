/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command and keeps what it says. */
final class CommandLineFixture {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final int exitCode;

  private CommandLineFixture(String... args) {
    CommandLine commandLine = Main.commandLine();
    // Buffered, as standard output is: what a command does not flush is not seen.
    commandLine.setOut(new PrintWriter(new BufferedWriter(out), true));
    commandLine.setErr(new PrintWriter(err, true));
    exitCode = commandLine.execute(args);
  }

  static CommandLineFixture run(String... args) {
    return new CommandLineFixture(args);
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
