/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRuleTest {

  @ParameterizedTest
  @CsvSource({
    "guest/video/encode, guest/video/encode, true",
    "guest/video/encode, guest/video/encode2, false",
    "guest/video/*, guest/video/encode, true",
    "guest/video/*, guest/videos/encode, false",
    "guest/*, guest/video/encode, true",
    "*/video/*, other/video/encode, true",
    "*, guest/f, true",
    "guest/f.n, guest/fxn, false",
    "guest/(f), guest/(f), true"
  })
  void aStarStandsForAnyCharactersAndNothingElseIsSpecial(
      String pattern, String action, boolean matches) {
    assertThat(new LimitRule(pattern, CpuLimit.parse("1")).matches(action)).isEqualTo(matches);
  }

  /** A regular expression of ten stars tries some 10^20 ways to place them in such a name. */
  @Test
  @Timeout(20)
  void aNameCannotMakeAPatternOfManyStarsSlow() {
    LimitRule rule = new LimitRule("*a*a*a*a*a*a*a*a*a*ab", CpuLimit.parse("1"));
    assertThat(rule.matches("a".repeat(800))).isFalse();
    assertThat(rule.matches("a".repeat(800) + "b")).isTrue();
  }

  @Property
  void matchesAsARegularExpressionWouldInWhichAStarIsAnyCharacters(
      @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 8) String pattern,
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 10) String action) {
    assertThat(new LimitRule(pattern, CpuLimit.parse("1")).matches(action))
        .isEqualTo(action.matches(pattern.replace("*", ".*")));
  }
}
