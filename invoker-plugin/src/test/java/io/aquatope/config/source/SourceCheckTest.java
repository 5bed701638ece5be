/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import io.aquatope.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceCheckTest {

  private static final Config REFERENCE =
      ConfigFactory.parseFile(new java.io.File("src/main/resources/reference.conf"));

  @TempDir private Path folder;

  /** Each key of the plugin, set by its variable to its default, as text. */
  @Test
  void everyKeyCanBeSetByItsVariable() throws IOException {
    StringBuilder environment = new StringBuilder();
    REFERENCE
        .entrySet()
        .forEach(
            entry -> {
              String value =
                  entry.getValue().valueType() == ConfigValueType.LIST
                      ? entry.getValue().render(com.typesafe.config.ConfigRenderOptions.concise())
                      : String.valueOf(entry.getValue().unwrapped());
              environment.append(variable(entry.getKey())).append('=').append(value).append('\n');
            });

    ConfigSource source = source("all.env", environment.toString());

    assertThat(SourceCheck.problems(source)).isEmpty();
    assertThat(source.values().entrySet())
        .hasSameSizeAs(
            REFERENCE.entrySet().stream()
                .filter(entry -> !String.valueOf(entry.getValue().unwrapped()).isEmpty())
                .collect(Collectors.toList()));
  }

  /** Right and wrong values in three forms: the problems are the same keys. */
  @Test
  void theSameSettingsGiveTheSameProblemsInEveryForm() throws IOException {
    List<String> keys =
        REFERENCE.entrySet().stream().map(Map.Entry::getKey).sorted().collect(Collectors.toList());
    List<String> values = List.of("3", "0.5", "true", "10 s", "4 GB", "auto", "[0.5,1]", "x", "-1");
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      StringBuilder environment = new StringBuilder("# settings\n\n");
      StringBuilder properties = new StringBuilder();
      StringBuilder hocon = new StringBuilder();
      for (int n = 0; n < 6; n++) {
        String key = keys.get(random.nextInt(keys.size()));
        if (key.endsWith("limits-file")
            || key.contains("-a-")
            || key.endsWith("hub.workflows")
            || hocon.indexOf(key + " ") >= 0) {
          continue;
        }
        String value = values.get(random.nextInt(values.size()));
        environment.append(variable(key)).append('=').append(value).append('\n');
        properties.append(key).append('=').append(value).append('\n');
        hocon.append(key).append(" = ").append(ConfigUtil.quoteString(value)).append('\n');
      }
      List<String> expected = keys("x.conf", hocon.toString());

      assertThat(keys("x.env", environment.toString())).isEqualTo(expected);
      assertThat(
              keys(
                  "environ",
                  environment.toString().replace("# settings\n\n", "").replace('\n', '\0')))
          .isEqualTo(expected);
      assertThat(keys("x.properties", properties.toString())).isEqualTo(expected);
    }
  }

  @Test
  void aDamagedLineIsNamedAndNeverLeftOut() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      List<String> lines = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        lines.add("CONFIG_whisk_aquatope_tune_candidates" + n + "=" + n);
      }
      int at = random.nextInt(lines.size());
      lines.set(at, lines.get(at).replace('=', random.nextBoolean() ? '?' : ' '));

      assertThatThrownBy(() -> source("damaged.env", String.join("\n", lines)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              folder.resolve("damaged.env")
                  + ": "
                  + (at + 1)
                  + ": expected NAME=value, a comment or nothing");
    }
  }

  @Test
  void listsAreSetByVariables() throws IOException {
    assertThat(
            problems(
                "invoker.env",
                """
                CONFIG_whisk_aquatope_tune_cpuSteps=[0.5,1,2]
                CONFIG_whisk_aquatope_cpu_limits=[{ actions = "guest/*", cores = 0.5 }]
                """))
        .isEmpty();
    assertThat(problems("invoker.env", "CONFIG_whisk_aquatope_tune_cpuSteps=[2,1]\n"))
        .singleElement()
        .asString()
        .contains(
            "whisk.aquatope.tune.cpu-steps", "ascending", "CONFIG_whisk_aquatope_tune_cpuSteps");
  }

  @Test
  void problemsOfVariablesNameTheirLines() throws IOException {
    assertThat(
            problems(
                "invoker.env",
                """
                CONFIG_whisk_spi_InvokerProvider=io.aquatope.invoker.AquatopeInvokerProvider\r
                CONFIG_whisk_aquatope_polcy=aquatope\r
                CONFIG_whisk_aquatope_mode=obsrve\r
                """))
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            mode ->
                assertThat(mode).contains("obsrve", "invoker.env: 3, CONFIG_whisk_aquatope_mode"),
            policy -> assertThat(policy).contains("did you mean 'policy'", "invoker.env: 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{ \"runtimes\": { \"nodejs\": [] } }", "whisk.spi.X = y", "a = 1"})
  void aConfigurationWithoutThePluginIsSaidToBeOne(String text) throws IOException {
    assertThat(problems("x.conf", text))
        .singleElement()
        .asString()
        .contains("nothing of the plugin's is in ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whisk.aquatop.mode = act", "aquatope.mode = act", "whisk.Aquatope.mode = act"})
  void aMisspeltSectionIsNamed(String text) throws IOException {
    assertThat(problems("x.conf", text))
        .singleElement()
        .asString()
        .contains("nothing reads this key, did you mean 'whisk.aquatope'?", "x.conf: 1");
  }

  @Test
  void aFileInAVariableIsRead() throws IOException {
    String file = "whisk.aquatope.mode = watch";
    String encoded = Base64.getEncoder().encodeToString(file.getBytes(UTF_8));

    assertThat(problems("x.env", "OPENWHISK_CONFIG=" + file)).hasSize(1);
    assertThat(problems("x.env", "OPENWHISK_ENCODED_CONFIG=" + encoded))
        .singleElement()
        .asString()
        .contains("watch is not one of act, observe", "OPENWHISK_ENCODED_CONFIG");
  }

  @Test
  void optionsOfTheVirtualMachineAndReferencesCount() throws IOException {
    assertThat(
            problems(
                "x.env",
                """
                MODE=watch
                CONFIG_whisk_aquatope_mode=$MODE
                JAVA_OPTS=-Xmx1g -Dwhisk.aquatope.policy=none -Dother=1
                """))
        .extracting(ConfigProblem::key)
        .containsExactly("whisk.aquatope.mode", "whisk.aquatope.policy");
  }

  @Test
  void aValueThatTheImagesCannotPassOnIsAProblem() throws IOException {
    assertThat(problems("x.env", "CONFIG_whisk_aquatope_status_address=it's\n"))
        .singleElement()
        .asString()
        .contains("a quote or a line break");
  }

  @Test
  void filesThatAreNamedAreRead() throws IOException {
    Files.writeString(
        folder.resolve("limits.conf"), "limits = [\n { actions = a, cores = lots } ]");
    Files.writeString(
        folder.resolve("flows.conf"),
        "workflows = [ { name = x, qos = 2, stages { a { action = guest/a } } } ]");

    assertThat(
            problems(
                "x.conf",
                "whisk.aquatope { cpu.limits-file = limits.conf, hub.workflows = flows.conf }"))
        .extracting(ConfigProblem::toString)
        .satisfiesExactly(
            limits -> assertThat(limits).contains("limits.conf: 2", "\"lots\" is not a number"),
            flows -> assertThat(flows).contains("flows.conf: workflow x: 2 has no unit"));
    assertThat(problems("x.conf", "whisk.aquatope.cpu.limits-file = nowhere.conf"))
        .singleElement()
        .hasToString("whisk.aquatope.cpu.limits-file: 'nowhere.conf': there is no such file");
  }

  @Test
  void aReferenceToNothingIsSaidInTheUsersTerms() throws IOException {
    assertThat(problems("x.conf", "\nwhisk.aquatope.policy = ${NO_SUCH_POLICY}"))
        .singleElement()
        .asString()
        .startsWith("whisk.aquatope.policy: ${NO_SUCH_POLICY} is neither a key of")
        .endsWith("x.conf: 2)");
  }

  @Test
  void aKeyThatTheImagesCannotSpellIsReadAsTheySpellIt() throws IOException {
    ConfigSource source = source("x.env", "CONFIG_whisk_aquatope_hub_surveysAtATime=0\n");

    assertThat(SourceCheck.problems(source))
        .singleElement()
        .asString()
        .contains("surveys-at-a", "expected 1 or more");
  }

  private List<String> keys(String file, String text) throws IOException {
    return problems(file, text).stream().map(ConfigProblem::key).collect(Collectors.toList());
  }

  private List<ConfigProblem> problems(String file, String text) throws IOException {
    return SourceCheck.problems(source(file, text));
  }

  private ConfigSource source(String file, String text) throws IOException {
    return ConfigSource.of(Files.writeString(folder.resolve(file), text));
  }

  private static String variable(String key) {
    StringBuilder variable = new StringBuilder("CONFIG_");
    boolean isHump = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '-') {
        isHump = true;
      } else {
        variable.append(c == '.' ? '_' : isHump ? Character.toUpperCase(c) : c);
        isHump = false;
      }
    }
    return variable.toString();
  }
}
