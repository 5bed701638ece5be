/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values with units and lists, as files and as system properties give them. */
final class NotationTest {

  private static final List<List<String>> UNITS =
      List.of(
          List.of("B", "bytes", "byte", "b"),
          List.of("K", "k", "kB", "KiB", "Ki", "kilobytes", "kibibyte"),
          List.of("M", "m", "MB", "mb", "MiB", "megabytes", "mebibytes"),
          List.of("G", "g", "GB", "gb", "GiB", "Gi", "gigabyte", "gibibytes"),
          List.of("T", "TB", "TiB", "terabytes"));

  @Test
  void eachUnitIs1024TimesTheOneBeforeInEveryWriting() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      int power = random.nextInt(UNITS.size());
      String unit = UNITS.get(power).get(random.nextInt(UNITS.get(power).size()));
      int number = random.nextInt(1_000_000);
      String text = number + " ".repeat(random.nextInt(3)) + unit;
      long bytes = number * (1L << (10 * power));

      assertThat(SizeNotation.parse(text)).as(text).isEqualTo(bytes);
      assertThat(size("\"" + text.toUpperCase(Locale.ROOT) + "\"")).as(text).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"4 GB, 4294967296", "1.5 GB, 1610612736", "0, 0", "512m, 536870912", "0 MB, 0"})
  void aSizeHasOneMeaning(String text, long bytes) {
    assertThat(size("\"" + text + "\"")).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "\"4\"", "4096", "1.5", "-1"})
  void aSizeWithoutAUnitIsRefused(String text) {
    String number = text.replace("\"", "");
    assertThatThrownBy(() -> size(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(
            number + " has no unit, expected for example " + number + " MB or " + number + " GB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 GX", "GB", "4 kkB", "four GB", "4 mibibytes", "1e3 MB", "4 GB s"})
  void whatIsNoSizeIsRefused(String text) {
    assertThatThrownBy(() -> size("\"" + text + "\""))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("'" + text + "' is no size, expected for example 512 MB or 4 GB");
  }

  @Test
  void aSizeThatNothingCouldHaveIsRefused() {
    assertThatThrownBy(() -> size("\"99999999999999 TB\""))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("expected a whole number of bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "\"10\"", "0.5", "-3"})
  void aTimeWithoutAUnitIsRefused(String text) {
    String number = text.replace("\"", "");
    assertThatThrownBy(() -> section(text).duration("key"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(number + " has no unit, expected for example " + number + " s");
  }

  @Test
  void aTimeWithAUnitIsHocons() {
    assertThat(section("10 minutes").duration("key")).isEqualTo(Duration.ofMinutes(10));
    assertThat(section("0").duration("key")).isEqualTo(Duration.ZERO);
  }

  /** A system property is a text, whatever stands in it. */
  @Test
  void aListIsTheSameAsTheTextOfIt() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      List<String> numbers =
          IntStream.range(0, random.nextInt(6))
              .mapToObj(n -> String.valueOf(random.nextInt(1000) / 100.0))
              .collect(Collectors.toList());
      String list = numbers.toString();
      Config text =
          ConfigFactory.empty().withValue("path.key", ConfigValueFactory.fromAnyRef(list));

      assertThat(ConfigSection.of(text, "path").list("key", Config::getStringList))
          .isEqualTo(section(list).list("key", Config::getStringList))
          .isEqualTo(numbers);
    }
  }

  @Test
  void aTextThatIsNoListIsRefused() {
    assertThatThrownBy(() -> section("\"0.5\"").list("key", Config::getStringList))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'0.5' is no list, expected for example [ 0.5, 1 ]");
    assertThatThrownBy(() -> section("\"[0.5, \"").list("key", Config::getStringList))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no list");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIG_whisk_loadbalancer_invokerBusyThreshold, whisk.loadbalancer.invoker-busy-threshold",
    "CONFIG_whisk_spi_LogStoreProvider, whisk.spi.LogStoreProvider",
    "CONFIG_whisk_aquatope_tune_cpuSteps, whisk.aquatope.tune.cpu-steps",
    "CONFIG_a__b_, a.b",
    "CONFIG_whisk_aBC, whisk.a-bC",
  })
  void aVariableIsTheKeyThatOpenWhisksImagesMakeOfIt(String variable, String key) {
    assertThat(VariableNotation.key(variable)).isEqualTo(key);
  }

  @Test
  void aKeyIsFoundAsTheImagesSpellIt() {
    assertThat(VariableNotation.imageSpelling("surveys-at-a-time")).isEqualTo("surveys-at-aTime");
    assertThat(VariableNotation.imageSpelling("gb-seconds-per-start"))
        .isEqualTo("gb-seconds-per-start");
    Config config = ConfigFactory.parseString("path { at-a-time = 4, at-aTime = 7 }");
    assertThat(ConfigSection.of(config, "path").positiveInt("at-a-time")).isEqualTo(7);
  }

  private static long size(String hocon) {
    return section(hocon).value("key", SizeNotation::read);
  }

  private static ConfigSection section(String hocon) {
    return ConfigSection.of(ConfigFactory.parseString("path.key = " + hocon), "path");
  }
}
