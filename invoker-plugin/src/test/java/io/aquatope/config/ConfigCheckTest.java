/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCheckTest {

  @TempDir private Path folder;

  @Test
  void nothingIsWrongWithAFileThatSaysNothing() throws IOException {
    assertThat(problems("")).isEmpty();
  }

  @Test
  void nothingIsWrongWithAKnownPolicyAmongOtherSettings() throws IOException {
    assertThat(problems("whisk { spi.X = y, aquatope.policy = \"keep-alive:90s\" }")).isEmpty();
  }

  @Test
  void aBadValueIsNamedWithItsKeyAndWhatWasExpected() throws IOException {
    assertThat(problems("whisk.aquatope.policy = \"keep-alive:soon\""))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("whisk.aquatope.policy");
              assertThat(problem.message()).contains("soon", "expected");
            });
  }

  @Test
  void aPolicyThatNeedsTheWholeTraceIsNoneForAnInvoker() throws IOException {
    assertThat(problems("whisk.aquatope.policy = clairvoyant"))
        .singleElement()
        .extracting(ConfigProblem::message)
        .asString()
        .contains("clairvoyant", "expected one of", "openwhisk");
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestOne() throws IOException {
    assertThat(problems("whisk.aquatope.polisy = openwhisk"))
        .singleElement()
        .hasToString(
            "whisk.aquatope.polisy: unknown key, did you mean 'policy'? There are [cpu, factory, hub, mode, policy, prepare, prewarm, scheduler, status, tune]");
  }

  @Test
  void aPortThatIsNoneIsNamed() throws IOException {
    assertThat(problems("whisk.aquatope.status.port = 99999"))
        .singleElement()
        .hasToString(
            "whisk.aquatope.status.port: 99999, expected 0 to 65535 (%s: 1)",
            folder.resolve("test.conf"));
  }

  @Test
  void aBadCpuLimitIsNamedWithItsPlace() throws IOException {
    assertThat(problems("whisk.aquatope.cpu.limits = [ { actions = \"guest/*\", cores = lots } ]"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("whisk.aquatope.cpu.limits");
              assertThat(problem.message())
                  .contains("limits.cores", "\"lots\" is not a number of cores");
            });
  }

  @Test
  void anUnknownKeyOfTheCpuSectionIsNamed() throws IOException {
    assertThat(problems("whisk.aquatope.cpu.limit-file = x"))
        .singleElement()
        .asString()
        .startsWith(
            "whisk.aquatope.cpu.limit-file: unknown key, did you mean 'cpu.limits-file'?"
                + " There are [annotation, cgroups,");
  }

  @Test
  void aBadValueAndAnUnknownKeyOfTheExchangeAreNamed() throws IOException {
    assertThat(problems("whisk.aquatope { hub.buffer = 0, tune.cpu-step = [1] }"))
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            hub -> assertThat(hub).contains("whisk.aquatope.hub.buffer: 0, expected 1 or more"),
            tune ->
                assertThat(tune)
                    .contains("whisk.aquatope.tune.cpu-step: unknown key", "'tune.cpu-steps'"));
  }

  @Test
  void aValueOfAnotherTypeIsAProblemOfItsKey() throws IOException {
    assertThat(problems("whisk.aquatope.policy { name = openwhisk }"))
        .singleElement()
        .extracting(ConfigProblem::key)
        .isEqualTo("whisk.aquatope.policy");
  }

  @Test
  void aSectionThatIsNoObjectIsAProblem() throws IOException {
    assertThat(problems("whisk.aquatope = 3"))
        .singleElement()
        .hasToString(
            "whisk.aquatope: '3', expected an object with the keys [cpu, factory, hub, mode, policy, prepare, prewarm, scheduler, status, tune]");
  }

  @Test
  void anUnknownKeyOfASectionIsNamedWithTheNearestOne() throws IOException {
    assertThat(problems("whisk.aquatope.prepare.maxage = 1h"))
        .singleElement()
        .asString()
        .contains("prepare.maxage", "did you mean 'prepare.max-age'");
  }

  @Test
  void everyBadValueOfASectionIsNamedWithItsPlace() throws IOException {
    assertThat(
            problems(
                """
                whisk.aquatope.hub {
                  heartbeat = 0 s
                  buffer = many
                }
                whisk.aquatope.prewarm.functions = 0
                """))
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "whisk.aquatope.hub.buffer: buffer has type STRING rather than NUMBER" + place(3),
            "whisk.aquatope.hub.heartbeat: 0 s, expected more than 0" + place(2),
            "whisk.aquatope.prewarm.functions: 0, expected 1 or more" + place(5));
  }

  @Test
  void aSectionOfAnotherTypeIsAProblem() throws IOException {
    assertThat(problems("whisk.aquatope { hub = 3, prewarm = 4 }"))
        .extracting(ConfigProblem::key)
        .containsExactly("whisk.aquatope.hub", "whisk.aquatope.prewarm");
  }

  @Test
  void aKeyOfAnotherSectionIsRecognised() throws IOException {
    assertThat(problems("whisk.aquatope.hub.cpu-steps = [1]"))
        .singleElement()
        .asString()
        .contains("did you mean 'tune.cpu-steps'");
  }

  @Test
  void whatOneKeyRequiresOfAnotherIsNamedOnce() throws IOException {
    assertThat(problems("whisk.aquatope.tune.memory = apply"))
        .singleElement()
        .extracting(ConfigProblem::key)
        .isEqualTo("whisk.aquatope.tune.api");
  }

  private String place(int line) {
    return " (" + folder.resolve("test.conf") + ": " + line + ")";
  }

  @Test
  void aModeIsActOrObserve() throws IOException {
    assertThat(problems("whisk.aquatope.mode = watch"))
        .singleElement()
        .asString()
        .contains("whisk.aquatope.mode", "watch is not one of act, observe");
  }

  @Test
  void anAgeThatNothingCouldHaveIsABadValue() throws IOException {
    assertThat(problems("whisk.aquatope.prepare.max-age = 0s"))
        .singleElement()
        .asString()
        .contains("whisk.aquatope.prepare.max-age", "expected more than 0");
  }

  @Test
  void referencesToWhatAnotherFileDefinesAreNoProblem() throws IOException {
    assertThat(problems("whisk.other = ${not.here}")).isEmpty();
  }

  @Test
  void whatIsNoHoconIsRefusedWithFileAndLine() {
    assertThatThrownBy(() -> problems("whisk {\n aquatope = [\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("test.conf")
        .hasMessageMatching("(?s).*: [23]:.*");
  }

  private List<ConfigProblem> problems(String hocon) throws IOException {
    return ConfigCheck.problems(Files.writeString(folder.resolve("test.conf"), hocon).toFile());
  }
}
