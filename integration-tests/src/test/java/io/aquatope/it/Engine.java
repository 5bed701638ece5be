/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import com.google.common.base.Splitter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Something real that a test needs and that a machine may lack. */
public enum Engine {
  DOCKER {
    @Override
    Optional<String> absence() {
      return DockerClientFactory.instance().isDockerAvailable()
          ? Optional.empty()
          : Optional.of("no Docker engine answers: start one, or set DOCKER_HOST");
    }
  },
  ANSIBLE {
    @Override
    Optional<String> absence() {
      return TOOLS.stream()
          .filter(tool -> !isInstalled(tool))
          .findFirst()
          .map(
              tool ->
                  "no "
                      + tool
                      + ": install ansible, ansible-lint, yamllint, ssh and a Docker client");
    }
  },
  OPENWHISK {
    @Override
    Optional<String> absence() {
      return System.getProperty("aquatope.openwhisk.classpath", "").isBlank()
          ? Optional.of("no OpenWhisk: name its jars with -Daquatope.openwhisk.classpath=PATHS")
          : Optional.empty();
    }
  },
  JAVA11 {
    @Override
    Optional<String> absence() {
      String home = System.getProperty("aquatope.java11", "");
      return Files.isExecutable(Path.of(home, "bin", "java"))
          ? Optional.empty()
          : Optional.of(
              "no Java 11 in '" + home + "': name its folder with -Daquatope.java11=HOME");
    }
  },
  STANDALONE {
    @Override
    Optional<String> absence() {
      return DOCKER.absence().or(() -> OpenWhiskImages.absence(OpenWhiskImages.STANDALONE));
    }
  },
  CLUSTER {
    @Override
    Optional<String> absence() {
      return DOCKER.absence().or(OpenWhiskImages::absenceOfCluster);
    }
  },
  SCHEDULER {
    @Override
    Optional<String> absence() {
      return CLUSTER.absence().or(() -> OpenWhiskImages.absence(OpenWhiskImages.SCHEDULER));
    }
  };

  /** What the tests of the playbooks call. */
  private static final List<String> TOOLS =
      List.of("ansible-playbook", "ansible-lint", "yamllint", "docker", "ssh");

  private static boolean isInstalled(String tool) {
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** Why the engine cannot be used, if it cannot. */
  abstract Optional<String> absence();

  /** Whether its absence is a failure rather than a reason to skip. */
  boolean isRequired() {
    return Splitter.on(',')
        .trimResults()
        .splitToStream(System.getProperty("aquatope.it.require", ""))
        .anyMatch(name -> name.equals(name().toLowerCase(Locale.ROOT)));
  }
}
