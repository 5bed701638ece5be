/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.nio.ByteBuffer;

/** Reads the output of a {@link StateWriter}, in the same order. */
public final class StateReader {

  private final ByteBuffer buffer;

  public StateReader(byte[] bytes) {
    buffer = ByteBuffer.wrap(bytes);
  }

  public boolean flag() {
    return buffer.get() != 0;
  }

  public int byteOf() {
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

  public float floatOf() {
    return buffer.getFloat();
  }

  public double doubleOf() {
    return buffer.getDouble();
  }
}
