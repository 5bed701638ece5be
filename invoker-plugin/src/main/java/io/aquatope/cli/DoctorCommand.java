/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.typesafe.config.ConfigException;
import io.aquatope.config.ConfigCheck;
import io.aquatope.doctor.ClassPath;
import io.aquatope.doctor.LinkageCheck;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says whether an installation of OpenWhisk can run the plugin, before it does. */
@Command(
    name = "doctor",
    description = "Checks that the plugin links against an OpenWhisk, and its configuration.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:nothing is wrong", "1:something is wrong", "2:bad use of the command"},
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private enum Format {
    table,
    json
  }

  @Option(
      names = "--classpath",
      paramLabel = "PATHS",
      description =
          "OpenWhisk's class path: jars, folders with jars, folders with classes, separated by"
              + " '${sys:path.separator}'.")
  private @Nullable String classPath;

  @Option(
      names = "--plugin",
      paramLabel = "PATHS",
      description = "The plugin's classes. Default: where this command runs from.")
  private @Nullable String plugin;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A HOCON file whose whisk.aquatope section is checked.")
  private @Nullable File config;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (classPath == null && config == null) {
      throw new ParameterException(
          spec.commandLine(), "nothing to check, expected --classpath or --config");
    }
    DoctorFindings findings = new DoctorFindings();
    if (classPath != null) {
      checkLinkage(classPath, findings);
    }
    if (config != null) {
      checkConfiguration(config, findings);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(findings.json());
    } else {
      findings.print(out);
    }
    out.flush();
    return findings.isClean() ? 0 : 1;
  }

  private void checkLinkage(String paths, DoctorFindings findings) {
    try {
      ClassPath installation = ClassPath.parse(paths);
      LinkageCheck check =
          new LinkageCheck(
              plugin == null ? ClassPath.of(List.of(ownPlace())) : ClassPath.parse(plugin),
              installation);
      if (check.hasOpenWhisk()) {
        findings.linkage(check.check());
      } else {
        findings.error(
            "there is no OpenWhisk on this class path: none of its %s classes is in org.apache.openwhisk (%s)"
                .formatted(installation.classNames().size(), paths));
      }
    } catch (IOException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
  }

  private static Path ownPlace() throws IOException {
    try {
      return Path.of(
          DoctorCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where this command runs from, expected --plugin", e);
    }
  }

  private static void checkConfiguration(File file, DoctorFindings findings) {
    if (!file.isFile()) {
      findings.error("configuration: '" + file + "' is no file");
      return;
    }
    try {
      findings.configuration(ConfigCheck.problems(file));
    } catch (ConfigException e) {
      findings.error("configuration: " + e.getMessage());
    }
  }
}
