/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuAnnotation;
import io.aquatope.cpu.limit.CpuLimit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spray.json.JsArray;
import spray.json.JsNull$;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput$;

class AnnotationTextTest {

  @ParameterizedTest
  @CsvSource({"0.75, 750", "2, 2000", "1.50, 1500", "75e-2, 750", "0.010, 10"})
  void aNumberIsALimitAsATextIs(String json, int milliCores) {
    assertThat(limit(parsed(json))).isEqualTo(new CpuLimit(milliCores));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "false, false",
    "null, null",
    "1e3, 1E+3",
    "1e999999999, 1E+999999999",
    "1e-999999999, 1E-999999999",
    "-1e400, -1E+400"
  })
  void otherValuesAreShownInFewCharactersAndAreNoLimits(String json, String shown) {
    assertThat(AnnotationText.of(parsed(json))).isEqualTo(shown);
    assertThat(CpuAnnotation.of(shown).problem().orElseThrow()).contains("\"" + shown + "\"");
  }

  /** To print a number of a million digits takes seconds. */
  @Test
  @Timeout(30)
  void aHugeNumberIsMeasuredAndNotPrinted() {
    BigInteger digits = BigInteger.ONE.shiftLeft(3_000_000).add(BigInteger.ONE);
    for (BigDecimal number :
        List.of(
            new BigDecimal(digits),
            new BigDecimal(digits, 900_000),
            new BigDecimal(digits.negate(), -5))) {
      JsValue value = new JsNumber(new scala.math.BigDecimal(number));
      assertThat(AnnotationText.of(value)).isEqualTo("a number of about 903090 digits");
    }
  }

  @Test
  void nestedValuesAreNotPrinted() {
    JsValue nested = JsNull$.MODULE$;
    for (int depth = 0; depth < 100_000; depth++) {
      nested =
          new JsArray(
              new scala.collection.immutable.VectorBuilder<JsValue>().$plus$eq(nested).result());
    }
    assertThat(AnnotationText.of(nested)).isEqualTo("[…]");
    assertThat(AnnotationText.of(JsObject.apply(scala.collection.immutable.Map$.MODULE$.empty())))
        .isEqualTo("{…}");
  }

  @Test
  void aLongTextIsKeptShort() {
    String text = AnnotationText.of(new JsString("1." + "0".repeat(1_000_000)));
    assertThat(text).isEqualTo("1." + "0".repeat(38) + "… (1000002 characters)");
    assertThat(CpuAnnotation.of(text).problem().orElseThrow())
        .isEqualTo(
            "\"" + text + "\" is too long for a number of cores, expected for example \"0.75\"");
  }

  @Property
  void anyTextIsKeptInBoundedMemory(@ForAll String text) {
    assertThat(AnnotationText.of(new JsString(text)))
        .hasSizeLessThan(Math.max(AnnotationText.LONGEST + 1, 600));
  }

  private static CpuLimit limit(JsValue value) {
    return CpuAnnotation.of(AnnotationText.of(value)).limit().orElseThrow();
  }

  private static JsValue parsed(String json) {
    return JsonParser$.MODULE$.apply(ParserInput$.MODULE$.apply(json));
  }
}
