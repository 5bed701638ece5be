/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import java.nio.ByteBuffer;

/** Reads back what a {@link StateWriter} wrote, in the same order. */
final class StateReader {

  private final ByteBuffer buffer;

  StateReader(byte[] bytes) {
    buffer = ByteBuffer.wrap(bytes);
  }

  boolean flag() {
    return buffer.get() != 0;
  }

  int byteOf() {
    return buffer.get() & 0xff;
  }

  int shortOf() {
    return buffer.getShort() & 0xffff;
  }

  int intOf() {
    return buffer.getInt();
  }

  long longOf() {
    return buffer.getLong();
  }

  float floatOf() {
    return buffer.getFloat();
  }

  double doubleOf() {
    return buffer.getDouble();
  }
}
