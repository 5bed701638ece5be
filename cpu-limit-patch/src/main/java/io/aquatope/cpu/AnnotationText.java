/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.annotations.VisibleForTesting;
import io.aquatope.text.TenantText;
import java.math.BigDecimal;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * The text of a JSON value that a developer wrote. Its length is measured first.
 *
 * <p>A value may have a megabyte and any depth. A short text or number is kept as it is. Of a long
 * one the beginning and the length are kept, which is enough for an error message. Nested values
 * are never printed. The result therefore takes bounded memory, and so does a cache of such texts.
 */
public final class AnnotationText {

  /** Most characters of a text that is kept in full; no annotation of this plugin is longer. */
  static final int LONGEST = 64;

  /** Characters shown of a longer text. */
  private static final int SHOWN = 40;

  /** Most bits of the digits of a number that is kept in full: 38 decimal digits. */
  private static final int MOST_BITS = 128;

  private AnnotationText() {}

  /** A string without quotes, and a number or a truth value as written in JSON. */
  public static String of(JsValue value) {
    if (value instanceof JsString string) {
      return of(string.value());
    } else if (value instanceof JsNumber number) {
      return of(number.value().bigDecimal());
    } else if (value instanceof JsBoolean flag) {
      return Boolean.toString(flag.value());
    } else if (value instanceof JsObject) {
      return "{…}";
    } else if (value instanceof JsArray) {
      return "[…]";
    } else {
      return "null";
    }
  }

  @VisibleForTesting
  public static String of(String text) {
    return text.length() <= LONGEST ? text : TenantText.plain(text, SHOWN);
  }

  /** Takes constant time; printing a number of a million digits would take seconds. */
  private static String of(BigDecimal number) {
    int bits = number.unscaledValue().bitLength();
    return bits <= MOST_BITS
        ? number.toString()
        : "a number of about " + (long) (bits * Math.log10(2)) + " digits";
  }
}
