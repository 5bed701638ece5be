/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

/** OpenWhisk refused a request; the message contains the request, the status and the answer. */
public final class OpenWhiskException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  OpenWhiskException(String request, int status, String answer) {
    super("%s: HTTP %s: %s".formatted(request, status, answer));
    this.status = status;
  }

  /** The HTTP status, for example 429 if a limit is exceeded. */
  public int status() {
    return status;
  }
}
