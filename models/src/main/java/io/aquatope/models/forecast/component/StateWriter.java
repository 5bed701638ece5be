/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes the learnt state of a forecaster into as few bytes as possible; see {@link StateReader}.
 */
public final class StateWriter {

  /**
   * Maximum size; more than any forecaster writes: a dense history, all counts, and a covariance.
   */
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

  /** A number of windows or demands; values above {@code int} are written as its maximum. */
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
