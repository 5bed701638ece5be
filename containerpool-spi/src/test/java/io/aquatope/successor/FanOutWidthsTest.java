/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;

final class FanOutWidthsTest {

  /** The sum of the steps, each with its probability. */
  private static double mean(FanOutWidths widths) {
    double mean = 0;
    int told = 0;
    for (int i = 0; i < FanOutWidths.CLASSES; i++) {
      if (widths.level(i) > 0) {
        mean += (widths.level(i) - told) * widths.atLeast(i, 0);
        told = widths.level(i);
      }
    }
    return mean;
  }

  @Property
  void aWidthThatNeverChangesIsMetExactly(
      @ForAll @IntRange(min = 1, max = 1000) int width,
      @ForAll @IntRange(min = 1, max = 50) int n) {
    FanOutWidths widths = new FanOutWidths();
    for (int i = 0; i < n; i++) {
      widths.observe(1, 1);
      for (int w = 2; w <= width; w++) {
        widths.widened(w);
      }
    }

    assertThat(mean(widths)).isCloseTo(width, Percentage.withPercentage(0.5));
  }

  @Property
  void stepsAddUpToTheMeanWidth(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 500) Integer> all) {
    FanOutWidths widths = new FanOutWidths();
    all.forEach(width -> widths.observe(width, 1));

    double mean = all.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(mean(widths)).isCloseTo(mean, within(0.5));
  }

  @Property
  void probabilitiesFallWithTheWidth(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 50) Integer> all,
      @ForAll @IntRange(min = 0, max = 50) int seen) {
    FanOutWidths widths = new FanOutWidths();
    all.forEach(width -> widths.observe(width, 0.95));

    double before = 1;
    for (int i = 0; i < FanOutWidths.CLASSES; i++) {
      if (widths.level(i) > seen) {
        assertThat(widths.atLeast(i, seen)).isBetween(0.0, before);
        before = widths.atLeast(i, seen);
      }
    }
  }
}
