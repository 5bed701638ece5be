/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

/**
 * A limit that an operator gives to the actions that match a pattern.
 *
 * @param actions a fully qualified action name in which {@code *} stands for any characters, {@code
 *     /} included: {@code guest/video/encode}, {@code guest/video/*}
 */
public record LimitRule(String actions, CpuLimit limit) {

  /**
   * Whether the rule matches an action. Takes time in proportion to the product of both lengths at
   * most, whatever names tenants give their actions.
   */
  boolean matches(String action) {
    int at = 0;
    int pattern = 0;
    int star = -1;
    int retry = 0;
    while (at < action.length()) {
      if (pattern < actions.length() && actions.charAt(pattern) == '*') {
        star = pattern++;
        retry = at;
      } else if (pattern < actions.length() && actions.charAt(pattern) == action.charAt(at)) {
        pattern++;
        at++;
      } else if (star >= 0) {
        // The last star takes one character more; earlier ones need no second attempt.
        pattern = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (pattern < actions.length() && actions.charAt(pattern) == '*') {
      pattern++;
    }
    return pattern == actions.length();
  }
}
