/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;

/** Compares revisions of an action. CouchDB counts them before the first hyphen. */
final class ActionRevisions {

  /** A count of more digits is not read as a count. */
  private static final int MOST_DIGITS = 9;

  private ActionRevisions() {}

  /** Whether a revision is certainly older than another one; false for unknown formats. */
  static boolean isOlder(FunctionId one, FunctionId other) {
    int first = count(one.revision());
    int second = count(other.revision());
    return first >= 0 && second >= 0 && first < second;
  }

  private static int count(String revision) {
    int hyphen = revision.indexOf('-');
    int digits = hyphen < 0 ? revision.length() : hyphen;
    if (digits == 0 || digits > MOST_DIGITS) {
      return -1;
    }
    int count = 0;
    for (int i = 0; i < digits; i++) {
      char digit = revision.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      count = 10 * count + digit - '0';
    }
    return count;
  }
}
