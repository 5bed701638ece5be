/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.math.BigDecimal;
import spray.json.JsArray;
import spray.json.JsNumber;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.JsonParser;
import spray.json.ParserInput;

final class HeapEstimateTest {

  private static final long NO_LIMIT = Long.MAX_VALUE;

  /** The least that the parsed value takes, by the objects that it is made of. */
  @ParameterizedTest
  @CsvSource({
    "'{},', 16",
    "'[0],', 160",
    "'1e9,', 60",
    "'{\"a\":0},', 80",
    "'\"a\",', 57",
  })
  void aTextOfManySmallObjectsWeighsWhatTheyTake(String element, long least) {
    int count = 100_000;
    JsValue value = parse("[" + element.repeat(count) + "0]");

    assertThat(new HeapEstimate(NO_LIMIT).add(value).bytes()).isGreaterThan(count * least);
  }

  @Test
  void charactersBeyondLatin1TakeTwoBytes() {
    assertThat(of(new JsString("a".repeat(1_000_000)))).isBetween(1_000_000L, 1_000_100L);
    assertThat(of(new JsString("a".repeat(999_999) + "図"))).isBetween(2_000_000L, 2_000_100L);
  }

  @Test
  void numbersOfManyDigitsWeighTheirDigits() {
    BigDecimal number =
        new BigDecimal(new java.math.BigDecimal(BigInteger.TEN.pow(100_000).add(BigInteger.ONE)));

    assertThat(of(new JsNumber(number))).isGreaterThan(40_000);
  }

  @Test
  void isCountedWithoutRecursion() {
    JsValue deep = JsArray.empty();
    for (int i = 0; i < 1_000_000; i++) {
      deep = JsArray.apply(scala.collection.JavaConverters.asScalaBuffer(java.util.List.of(deep)));
    }

    assertThat(of(deep)).isGreaterThan(100_000_000);
  }

  @Test
  void countingStopsAtTheLimit() {
    JsValue value = parse("[" + "0,".repeat(100_000) + "0]");

    assertThat(new HeapEstimate(10_000).add(value).add(value).bytes()).isLessThan(600_000);
  }

  @Test
  void whatIsSharedIsCountedOnce() {
    JsString code = new JsString("c".repeat(2_000));

    assertThat(new HeapEstimate(NO_LIMIT).add(code).add(new JsString(code.value())).bytes())
        .isLessThan(2_100);
  }

  private static long of(JsValue value) {
    return new HeapEstimate(NO_LIMIT).add(value).bytes();
  }

  private static JsValue parse(String json) {
    return JsonParser.apply(ParserInput.apply(json));
  }
}
