/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.typesafe.config.ConfigException;
import io.aquatope.cli.output.DoctorFindings;
import io.aquatope.cli.output.OutputFormat;
import io.aquatope.config.ConfigProblem;
import io.aquatope.config.source.ConfigSource;
import io.aquatope.config.source.SourceCheck;
import io.aquatope.doctor.ProviderNames;
import io.aquatope.doctor.RequiredJar;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.DockerContainer;
import io.aquatope.doctor.linkage.LinkageCheck;
import io.aquatope.doctor.linkage.LinkedShapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks whether an installation of OpenWhisk can run the plugin, without starting it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Check that the plugin links against an OpenWhisk, and its configuration.",
    description = {
      "",
      "OpenWhisk has no stable binary interface. So the plugin may use a class, field or method"
          + " that an OpenWhisk does not have. This command reads the plugin's byte code and looks"
          + " up each class, field and method of OpenWhisk, Pekko and Scala that the plugin uses in"
          + " the jars of an installation. It runs none of that code. Use it before you install the"
          + " plugin or update OpenWhisk.",
      ""
    },
    footer = {
      "",
      "There are two jars of the plugin: one for OpenWhisk with Pekko, and one for OpenWhisk with"
          + " Akka. If this command runs from the wrong one, it names the other.",
      "",
      "For example, this checks the plugin against an image:",
      "  aquatope doctor --image openwhisk/invoker:nightly",
      "against a container that runs:",
      "  aquatope doctor --container invoker0",
      "and against a pod of Kubernetes (container images have '/invoker/lib' or"
          + " '/controller/lib'):",
      "  kubectl exec POD -- tar -cC /invoker lib | tar -x",
      "  aquatope doctor --classpath lib",
      "This checks the settings of a container, and those of a pod:",
      "  aquatope doctor --config container:invoker0",
      "  kubectl exec POD -- env > invoker.env && aquatope doctor --config invoker.env",
      "",
      "Exit status: 0 nothing is wrong, 1 something is wrong, 2 wrong options."
    })
final class DoctorCommand implements Callable<Integer> {

  private static final String CONTAINER = "container:";

  @ArgGroup private @Nullable InstallationOptions installation;

  @Option(
      names = "--docker",
      paramLabel = "COMMAND",
      defaultValue = "docker",
      description =
          "The Docker client, or another one with its commands, such as podman. Default: docker.")
  private String docker = "docker";

  @Option(
      names = "--plugin",
      paramLabel = "PATHS",
      description = "The plugin's jar or classes. Default: the jar of this command.")
  private @Nullable String plugin;

  @Option(
      names = "--write-shapes",
      paramLabel = "FILE",
      hidden = true,
      description = "A file to write, with the shapes of the classes that the plugin links to.")
  private @Nullable Path shapes;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The configuration of the invoker or the controller: a file in HOCON, JSON or properties;"
            + " a file with variables CONFIG_… as OpenWhisk's images take them, line by line; the"
            + " environment of a process (/proc/PID/environ); or container:NAME for the"
            + " environment of a container. The command checks the section whisk.aquatope, the"
            + " providers under whisk.spi, and the files with CPU limits and workflows that are"
            + " named."
      })
  private @Nullable String config;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "The output format: table or json. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The classes of the OpenWhisk, as soon as they are read. */
  private @Nullable ClassPath classPath;

  @Override
  public Integer call() throws IOException {
    if (installation == null && config == null) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to check, expected --classpath, --image, --container or --config");
    }
    DoctorFindings findings = new DoctorFindings();
    if (installation != null) {
      checkLinkage(installation, findings);
    }
    if (config != null) {
      checkConfiguration(config, findings);
    } else if (installation != null) {
      checkContainer(installation, findings);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(findings.json());
    } else {
      findings.print(out);
    }
    out.flush();
    return findings.isClean() ? 0 : 1;
  }

  private void checkLinkage(InstallationOptions options, DoctorFindings findings) {
    try {
      ClassPath openWhisk = options.read(docker);
      Optional<String> otherJar = RequiredJar.problem(ownClasses(), openWhisk);
      LinkageCheck check = new LinkageCheck(ownClasses(), openWhisk);
      classPath = openWhisk;
      if (otherJar.isPresent()) {
        findings.error(otherJar.get());
      } else if (check.hasOpenWhisk()) {
        findings.linkage(check.check());
        if (shapes != null) {
          LinkedShapes.of(ownClasses(), openWhisk).write(shapes);
        }
      } else {
        findings.error(
            String.format(
                Locale.ROOT,
                "there is no OpenWhisk on this class path: none of its %s classes is in"
                    + " org.apache.openwhisk (%s)",
                openWhisk.classNames().size(),
                options.text()));
      }
    } catch (IOException e) {
      findings.error(String.valueOf(e.getMessage()));
    }
  }

  private ClassPath ownClasses() throws IOException {
    return plugin == null ? ClassPath.of(List.of(ownPlace())) : ClassPath.parse(plugin);
  }

  private static Path ownPlace() throws IOException {
    try {
      return Path.of(
          DoctorCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot find the jar of this command, expected --plugin", e);
    }
  }

  private void checkConfiguration(String name, DoctorFindings findings) {
    try {
      check(
          name.startsWith(CONTAINER)
              ? ofContainer(name.substring(CONTAINER.length()))
              : ConfigSource.of(Path.of(name)),
          findings);
    } catch (IOException | IllegalArgumentException | ConfigException e) {
      findings.error("configuration: " + e.getMessage());
    }
  }

  /** Checks the configuration of a container, if it has the plugin. */
  private void checkContainer(InstallationOptions options, DoctorFindings findings) {
    Optional<String> container = options.container();
    if (container.isPresent()) {
      try {
        ConfigSource source = ofContainer(container.get());
        if (SourceCheck.isOurs(source)) {
          check(source, findings);
        } else {
          findings.remark("configuration: nothing of the plugin's is in " + source.name());
        }
      } catch (IOException | IllegalArgumentException | ConfigException e) {
        findings.error("configuration: " + e.getMessage());
      }
    }
  }

  private void check(ConfigSource source, DoctorFindings findings) throws IOException {
    List<ConfigProblem> problems = new ArrayList<>(SourceCheck.problems(source));
    problems.addAll(
        ProviderNames.problems(
            SourceCheck.resolved(source), ownClasses(), Optional.ofNullable(classPath)));
    problems.sort(Comparator.comparing(ConfigProblem::key));
    findings.configuration(problems);
    source.remarks().forEach(findings::remark);
  }

  private ConfigSource ofContainer(String name) throws IOException {
    DockerContainer container = new DockerContainer(docker, InstallationOptions.PATIENCE, name);
    return ConfigSource.ofEnvironment(
        container.environment(), "container '" + name + "'", container::text);
  }
}
