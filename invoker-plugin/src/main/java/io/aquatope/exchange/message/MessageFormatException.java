/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/** Reports an invalid message: the field, and what was expected. */
public final class MessageFormatException extends Exception {

  MessageFormatException(String message) {
    super(message);
  }
}
