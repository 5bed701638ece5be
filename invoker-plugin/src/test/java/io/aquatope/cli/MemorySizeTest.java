/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.replay.ReplayConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({
    "4GB, 4096",
    "4 GB, 4096",
    "4g, 4096",
    "512MB, 512",
    "512m, 512",
    "1TB, 1048576",
    "unlimited, " + ReplayConfig.UNLIMITED
  })
  void readsSizesAsOpenWhiskWritesThem(String text, long mb) {
    assertThat(MemorySize.parse(text).mb()).isEqualTo(mb);
  }

  @ParameterizedTest
  @CsvSource({
    "11.3GB, 11571",
    "1.5 g, 1536",
    "0.001GB, 1",
    "511.5MB, 512",
    "0.5TB, 524288",
    "999999999999.999999999999TB, 1048576000000000000"
  })
  void roundsFractionsToWholeMegabytes(String text, long mb) {
    assertThat(MemorySize.parse(text).mb()).isEqualTo(mb);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "GB",
        "-1GB",
        "0MB",
        "0.0GB",
        "0.4MB",
        "1,5GB",
        ".5GB",
        "1.GB",
        "1.5.5GB",
        "4XB",
        "9999999999999GB"
      })
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> MemorySize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("expected a size such as");
  }

  @ParameterizedTest
  @CsvSource({"4096MB, 4 GB", "1536MB, 1536 MB", "unlimited, unlimited memory"})
  void isShownInTheLargestWholeUnit(String text, String shown) {
    assertThat(MemorySize.parse(text)).hasToString(shown);
  }
}
