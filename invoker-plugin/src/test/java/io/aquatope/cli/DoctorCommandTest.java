/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.actor.AbstractActor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

  @TempDir private Path folder;

  @Test
  void nothingToCheckIsAWrongUse() {
    CommandLineFixture doctor = CommandLineFixture.run("doctor");

    assertThat(doctor.exitCode()).isEqualTo(2);
    assertThat(doctor.err()).contains("expected --classpath, --image, --container or --config");
  }

  @Test
  void aClassPathWithoutOpenWhiskIsSaidToHaveNone() {
    CommandLineFixture doctor = CommandLineFixture.run("doctor", "--classpath", folder.toString());

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("there is no OpenWhisk on this class path");
  }

  @Test
  void aClassPathThatIsNotThereIsNamed() {
    CommandLineFixture doctor =
        CommandLineFixture.run("doctor", "--classpath", folder.resolve("lib").toString());

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains(folder.resolve("lib").toString(), "no jar and no folder");
  }

  /** OpenWhisk as declared, and none of the libraries that come with it. */
  @Test
  void whatIsMissingIsNamedWithItsUsers() throws URISyntaxException {
    Path declarations =
        Path.of(SignatureOnly.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    CommandLineFixture doctor =
        CommandLineFixture.run("doctor", "--classpath", declarations.toString());

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out())
        .contains(
            "expected: class that is not final " + AbstractActor.class.getName(),
            "found: no such class",
            "used in: io.aquatope.invoker.pool.PoolActor")
        .doesNotContain("expected: class org.apache.openwhisk");
  }

  @Test
  void aGoodConfigurationIsSaidToBeGood() throws IOException {
    CommandLineFixture doctor =
        CommandLineFixture.run("doctor", "--config", config("whisk.aquatope.policy = openwhisk"));

    assertThat(doctor.exitCode()).isZero();
    assertThat(doctor.out()).contains("configuration: nothing is wrong");
  }

  @Test
  void aBadConfigurationIsPrintedForProgramsToo() throws IOException {
    CommandLineFixture doctor =
        CommandLineFixture.run(
            "doctor", "--format", "json", "--config", config("whisk.aquatope.policy = none"));

    JsonNode printed = new ObjectMapper().readTree(doctor.out());
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(printed.get("ok").asBoolean()).isFalse();
    assertThat(printed.at("/configuration/0/key").asText()).isEqualTo("whisk.aquatope.policy");
    assertThat(printed.at("/configuration/0/message").asText()).contains("'none'");
  }

  /** The forms that operators have; a line that is wrong fails the check. */
  @Test
  void variablesAreCheckedAsTheImagesReadThem() throws IOException {
    CommandLineFixture good =
        doctor(
            """
            CONFIG_whisk_spi_InvokerProvider=io.aquatope.invoker.AquatopeInvokerProvider
            CONFIG_whisk_aquatope_tune_cpuSteps=[0.5,1,2]
            """);
    CommandLineFixture bad = doctor("CONFIG_whisk_aquatope_polcy=aquatope\n");

    assertThat(good.exitCode()).as(good.out()).isZero();
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.out()).contains("did you mean 'policy'", "invoker.env: 1", "1 problem\n");
  }

  @Test
  void aConfigurationWithoutThePluginFails() throws IOException {
    CommandLineFixture doctor = CommandLineFixture.run("doctor", "--config", config("{ a: 1 }"));

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("nothing of the plugin's is in");
  }

  @Test
  void providersThatNoClassHasAreNamedWithTheNearest() throws IOException {
    String ours = "io.aquatope.invoker.AquatopeInvokerProvider";
    CommandLineFixture doctor =
        CommandLineFixture.run(
            "doctor",
            "--config",
            config(
                "whisk.spi.InvokerProvider = io.aquatope.invoker.AquatopeInvokerProvidr\n"
                    + "whisk.spi.LoadBalancerProvider = "
                    + ours
                    + "\nwhisk.aquatope.cpu.delegate = org.apache.openwhisk.NoSuch\n"
                    + "whisk.aquatope.hub.delegate = com.example.Balancer"));

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out())
        .contains(
            "did you mean '" + ours + "'?",
            ours + " is the provider for whisk.spi.InvokerProvider",
            "there is no provider 'org.apache.openwhisk.NoSuch'")
        .contains("configuration: 3 problems");
  }

  @Test
  void aContainersEnvironmentIsCheckedAndTheFilesInIt() throws IOException {
    Path client =
        Files.createFile(
            folder.resolve("docker"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        client,
        "#!/bin/sh\nif [ $1 = cp ]; then echo 'limits = 3' > $4; else echo '"
            + "[\"CONFIG_whisk_aquatope_cpu_limitsFile=/conf/limits.conf\",\"A=b\"]'; fi\n");

    CommandLineFixture doctor =
        CommandLineFixture.run(
            "doctor", "--docker", client.toString(), "--config", "container:invoker0");

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("whisk.aquatope.cpu.limits-file: /conf/limits.conf: 1");
  }

  private CommandLineFixture doctor(String environment) throws IOException {
    return CommandLineFixture.run(
        "doctor",
        "--config",
        Files.writeString(folder.resolve("invoker.env"), environment).toString());
  }

  private String config(String hocon) throws IOException {
    return Files.writeString(folder.resolve("whisk.conf"), hocon).toString();
  }
}
