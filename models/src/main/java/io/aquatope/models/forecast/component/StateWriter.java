/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes what a forecaster has learnt into as few bytes as hold it; see {@link StateReader}. */
public final class StateWriter {

  /** More than any forecaster writes: a dense history, all counts, and a covariance. */
  private static final int MOST_BYTES = 8192;

  private final ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);

  public StateWriter flag(boolean value) {
    buffer.put((byte) (value ? 1 : 0));
    return this;
  }

  /** A number from 0 to 255. */
  public StateWriter byteOf(int value) {
    buffer.put((byte) value);
    return this;
  }

  /** A number from 0 to 65,535. */
  StateWriter shortOf(int value) {
    buffer.putShort((short) value);
    return this;
  }

  /** A number that counts windows or demand: larger ones than an {@code int} count as that. */
  StateWriter intOf(long value) {
    buffer.putInt((int) Math.min(value, Integer.MAX_VALUE));
    return this;
  }

  StateWriter longOf(long value) {
    buffer.putLong(value);
    return this;
  }

  public StateWriter floatOf(float value) {
    buffer.putFloat(value);
    return this;
  }

  public StateWriter doubleOf(double value) {
    buffer.putDouble(value);
    return this;
  }

  public byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
