/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import io.aquatope.text.TenantText;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The text of a failure for the log: its message, and its stack trace. Both are bounded, because a
 * message may quote a tenant's text, and a stack that has overflowed has a thousand calls.
 */
public final class FailureText {

  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_CALLS = 40;
  private static final int MOST_CAUSES = 4;

  private FailureText() {}

  /** The failure with its stack trace, and its causes with theirs. */
  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder(oneLine(failure)).append(calls(failure));
    Throwable cause = failure.getCause();
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      text.append("\nCaused by: ").append(oneLine(cause)).append(calls(cause));
      cause = cause.getCause();
    }
    return text.toString();
  }

  /** The failure's class and message. */
  public static String oneLine(Throwable failure) {
    return TenantText.plain(String.valueOf(failure), MOST_CHARACTERS);
  }

  private static String calls(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(MOST_CALLS)
        .map(call -> "\n\tat " + call)
        .collect(Collectors.joining());
  }
}
