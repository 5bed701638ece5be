/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Splitter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A limit that an operator gives to the actions that a pattern names.
 *
 * @param actions a fully qualified action name in which {@code *} stands for any characters, {@code
 *     /} included: {@code guest/video/encode}, {@code guest/video/*}
 */
record LimitRule(String actions, CpuLimit limit) {

  private static final Splitter WILDCARDS = Splitter.on('*');

  boolean matches(String action) {
    return Pattern.matches(
        WILDCARDS.splitToStream(actions).map(Pattern::quote).collect(Collectors.joining(".*")),
        action);
  }
}
