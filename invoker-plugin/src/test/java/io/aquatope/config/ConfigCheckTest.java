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
            "whisk.aquatope.polisy: unknown key, did you mean 'policy'? There are [factory.memory, mode, policy, prepare.max-age, prewarm.functions, prewarm.gb-seconds-per-second, prewarm.gb-seconds-per-start, prewarm.max-starting, prewarm.memory, prewarm.stem-cells]");
  }

  @Test
  void aPortThatIsNoneIsNamed() throws IOException {
    assertThat(problems("whisk.aquatope.status.port = 99999"))
        .singleElement()
        .hasToString(
            "whisk.aquatope.status: whisk.aquatope.status.port is 99999, expected 0 to 65535");
  }

  @Test
  void aBadCpuLimitIsNamedWithItsPlace() throws IOException {
    assertThat(problems("whisk.aquatope.cpu.limits = [ { actions = \"guest/*\", cores = lots } ]"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("whisk.aquatope.cpu");
              assertThat(problem.message())
                  .contains("limits.cores", "\"lots\" is not a number of cores");
            });
  }

  @Test
  void anUnknownKeyOfTheCpuSectionIsNamed() throws IOException {
    assertThat(problems("whisk.aquatope.cpu.limit-file = x"))
        .singleElement()
        .extracting(ConfigProblem::message)
        .asString()
        .contains("unknown keys [limit-file]", "limits-file");
  }

  @Test
  void aBadValueAndAnUnknownKeyOfTheExchangeAreNamed() throws IOException {
    assertThat(problems("whisk.aquatope { hub.buffer = 0, tune.cpu-step = [1] }"))
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            hub -> assertThat(hub).contains("whisk.aquatope.hub", "buffer", "1 or more"),
            tune -> assertThat(tune).contains("whisk.aquatope.tune", "[cpu-step]", "cpu-steps"));
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
            "whisk.aquatope: '3', expected an object with the keys [factory.memory, mode, policy, prepare.max-age, prewarm.functions, prewarm.gb-seconds-per-second, prewarm.gb-seconds-per-start, prewarm.max-starting, prewarm.memory, prewarm.stem-cells]");
  }

  @Test
  void anUnknownKeyOfASectionIsNamedWithTheNearestOne() throws IOException {
    assertThat(problems("whisk.aquatope.prepare.maxage = 1h"))
        .singleElement()
        .asString()
        .contains("prepare.maxage", "did you mean 'prepare.max-age'");
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
