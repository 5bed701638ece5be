/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.text.TenantText;

/** Checks of the fields of records. */
public final class FieldChecks {

  /** Maximum number of characters of a value that a message shows. */
  private static final int SHOWN = 200;

  private FieldChecks() {}

  public static void that(boolean satisfied, String field, Object found, String expected) {
    if (!satisfied) {
      throw new IllegalArgumentException(
          "%s: '%s', expected %s"
              .formatted(field, TenantText.plain(String.valueOf(found), SHOWN), expected));
    }
  }

  public static void text(String field, String found) {
    that(!found.isBlank() && found.length() <= 512, field, found, "1 to 512 characters");
  }

  public static void between(String field, int found, int least, int most) {
    that(found >= least && found <= most, field, found, least + " to " + most);
  }

  public static void notNegative(String field, double found) {
    that(found >= 0 && found < 1e15, field, found, "a number from 0 on");
  }

  public static void notNegative(String field, long found) {
    that(found >= 0, field, found, "a number from 0 on");
  }
}
