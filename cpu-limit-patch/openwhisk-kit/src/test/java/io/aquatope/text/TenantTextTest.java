/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TenantTextTest {

  @Example
  void anOrdinaryTextIsShownAsItIs() {
    assertThat(TenantText.quoted("0.75")).isEqualTo("\"0.75\"");
    assertThat(TenantText.plain("guest/video/encode größer 图像"))
        .isEqualTo("guest/video/encode größer 图像");
    assertThat(TenantText.quoted("")).isEqualTo("\"\"");
  }

  /** The log's own form of a line, in an annotation. */
  @Example
  void aLineBreakForgesNoLine() {
    assertThat(TenantText.quoted("2\n[2025-01-01T00:00:00.000Z] [ERROR] forged\r\nagain"))
        .isEqualTo("\"2\\n[2025-01-01T00:00:00.000Z] [ERROR] forged\\r\\nagain\"");
    assertThat(TenantText.plain("a\u2028b\u2029c\u0085d\u000be\ff"))
        .isEqualTo("a\\u2028b\\u2029c\\u0085d\\u000be\\u000cf");
  }

  @Example
  void terminalsAreNotSteeredAndOrderIsNotTurned() {
    assertThat(TenantText.plain("\u001b[2J\u009b1A\u0000\u007f\b"))
        .isEqualTo("\\u001b[2J\\u009b1A\\u0000\\u007f\\u0008");
    assertThat(TenantText.plain("\u202egnp\u2066x\u200b\ufeff\u00a0"))
        .isEqualTo("\\u202egnp\\u2066x\\u200b\\ufeff\\u00a0");
    assertThat(TenantText.plain("x\u0336\ud800y\ue000")).isEqualTo("x\\u0336\\ud800y\\ue000");
    assertThat(TenantText.plain(Character.toString(0xe0041))).isEqualTo("\\udb40\\udc41");
  }

  @Example
  void quotesAndBackslashesCannotPretendToEndTheText() {
    assertThat(TenantText.quoted("a\" is fine, \"b")).isEqualTo("\"a\\\" is fine, \\\"b\"");
    assertThat(TenantText.quoted("\\n")).isEqualTo("\"\\\\n\"");
  }

  @Example
  void aLongTextIsShortenedAndItsLengthTold() {
    assertThat(TenantText.quoted("0".repeat(1_000_000), 5))
        .isEqualTo("\"00000\"… (1000000 characters)");
    assertThat(TenantText.plain("abcdef", 3)).isEqualTo("abc… (6 characters)");
    assertThat(TenantText.plain("abc", 3)).isEqualTo("abc");
  }

  @Example
  void aPairOfSurrogatesIsNotCutInTwo() {
    assertThat(TenantText.plain("ab😀", 3)).isEqualTo("ab… (4 characters)");
    assertThat(TenantText.plain("ab😀", 4)).isEqualTo("ab😀");
  }

  @Property
  void anyTextBecomesOneShortLineOfVisibleCharacters(@ForAll("texts") String text) {
    for (String shown : new String[] {TenantText.quoted(text), TenantText.plain(text)}) {
      assertThat(shown.length()).isLessThanOrEqualTo(6 * TenantText.SHOWN + 40);
      assertThat(shown.lines().count()).isLessThanOrEqualTo(1);
      assertThat(shown.split("\\R", -1)).hasSize(1);
      assertThat(shown.codePoints().filter(TenantTextTest::isHarmful).boxed().toList()).isEmpty();
    }
  }

  @Property
  void differentShortTextsStayDifferent(@ForAll("texts") String one, @ForAll("texts") String two) {
    if (one.length() <= TenantText.SHOWN && two.length() <= TenantText.SHOWN && !one.equals(two)) {
      assertThat(TenantText.quoted(one)).isNotEqualTo(TenantText.quoted(two));
    }
  }

  private static boolean isHarmful(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.SURROGATE
        || (Character.isSpaceChar(point) && point != ' ');
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> hostile =
        Arbitraries.of(0, 7, 10, 13, 27, 34, 92, 0x7f, 0x85, 0x9b, 0x2028, 0x202e, 0xd800, 0xdfff);
    Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
    return Arbitraries.oneOf(hostile, any, Arbitraries.integers().between(32, 126))
        .list()
        .ofMaxSize(200)
        .map(
            points ->
                points.stream()
                    .map(point -> Character.toString(point))
                    .collect(Collectors.joining()));
  }
}
