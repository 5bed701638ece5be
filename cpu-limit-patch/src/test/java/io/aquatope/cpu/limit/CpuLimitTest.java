/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuLimitTest {

  @ParameterizedTest
  @CsvSource({
    "0.75, 750",
    "1, 1000",
    "1.5, 1500",
    ".5, 500",
    "2., 2000",
    "+0.25, 250",
    " 0.01 , 10",
    "0.5000000, 500",
    "1000, 1000000"
  })
  void readsCores(String text, int milliCores) {
    assertThat(CpuLimit.parse(text)).isEqualTo(new CpuLimit(milliCores));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0.5", "0", "0.0", "0.009", "1000.001", "999999999999999999999"})
  void refusesWhatNoContainerCanBeGiven(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuLimit.parse(text))
        .withMessage("\"%s\" is not from 0.01 to 1000 cores, what a container can be given", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "half", "0,5", "1e-1", "NaN", "Infinity", "0x1", "500m", "1 core", "."})
  void refusesWhatIsNotANumber(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuLimit.parse(text))
        .withMessage("\"%s\" is not a number of cores, expected for example \"0.75\"", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1234", "0.3333333333333333", "1.0001"})
  void refusesWhatIsTooPrecise(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuLimit.parse(text))
        .withMessage("\"%s\" is finer than 0.001 cores, expected at most three decimals", text);
  }

  /** Each took from seconds to minutes of the dispatcher, and a megabyte of the log. */
  @ParameterizedTest
  @ValueSource(strings = {"1.%s", ".%s", "%s1", "%s", "-%s.5", "0.%s1", "  %s", "1.5%s "})
  @Timeout(20)
  void refusesALongTextWithoutReadingIt(String pattern) {
    for (String filling : new String[] {"0", "9", " ", "\n", "\u0660", "x"}) {
      for (int length : new int[] {CpuLimit.LONGEST + 1, 1_000, 1_000_000}) {
        String text = pattern.replace("%s", filling.repeat(length));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> CpuLimit.parse(text))
            .withMessageEndingWith(
                " is too long for a number of cores, expected for example \"0.75\"")
            .satisfies(
                e ->
                    assertThat(e.getMessage())
                        .hasSizeLessThan(700)
                        .contains(length > 100 ? "… (" + text.length() + " characters)" : "")
                        .doesNotContain("\n"));
      }
    }
  }

  @Test
  void aMessageCannotForgeALineOfTheLog() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuLimit.parse("2\n[ERROR]\u2028forged"))
        .withMessage(
            "\"2\\n[ERROR]\\u2028forged\" is not a number of cores, expected for example \"0.75\"");
  }

  @Property
  void anyTextIsReadOrRefusedInOneShortLine(@ForAll String text) {
    try {
      assertThat(CpuLimit.parse(text).milliCores()).isBetween(10, 1_000_000);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).hasSizeLessThan(700).doesNotContainPattern("[\\v\\p{Cc}]");
    }
  }

  @Property
  void readsWhatItWrites(@ForAll @IntRange(min = 10, max = 1_000_000) int milliCores) {
    CpuLimit limit = new CpuLimit(milliCores);
    assertThat(CpuLimit.parse(limit.toString())).isEqualTo(limit);
    assertThat(limit.nanoCpus()).isEqualTo(Math.round(limit.cores() * 1e9));
  }

  @Property
  void isNextBelowANumberOfCores(@ForAll @DoubleRange(min = 0.01, max = 999) double cores) {
    CpuLimit limit = CpuLimit.atMost(cores);
    assertThat(limit.cores()).isLessThanOrEqualTo(cores + 1e-8).isGreaterThan(cores - 0.001);
  }
}
