/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of {@code doctor --image} where the Docker client fails. */
final class DockerLibrariesTest {

  @TempDir private Path folder;

  @Test
  void aMissingClientIsNamed() {
    String client = folder.resolve("docker").toString();
    DockerLibraries libraries = new DockerLibraries(client, Duration.ofSeconds(10));

    assertThatThrownBy(() -> libraries.ofImage("openwhisk/invoker"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot run '" + client + "': expected the Docker client, or another one by --docker");
  }

  @Test
  void aClientThatHangsIsGivenUp() throws IOException {
    DockerLibraries libraries = client("exec sleep 60", Duration.ofSeconds(1));

    assertThatThrownBy(() -> libraries.ofContainer("invoker0"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("inspect --format {{.Id}} invoker0' has not ended within 1 seconds");
  }

  @Test
  void theLastLineOfAFailureIsPassedOn() throws IOException {
    DockerLibraries libraries =
        client("echo Pulling; echo no such host >&2; exit 1", Duration.ofSeconds(10));

    assertThatThrownBy(() -> libraries.ofImage("openwhisk/invoker"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("image 'openwhisk/invoker': expected one that '")
        .hasMessageEndingWith(": no such host");
  }

  private DockerLibraries client(String script, Duration patience) throws IOException {
    Path client =
        Files.createFile(
            folder.resolve("docker"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(client, "#!/bin/sh\n" + script + "\n");
    return new DockerLibraries(client.toString(), patience);
  }
}
