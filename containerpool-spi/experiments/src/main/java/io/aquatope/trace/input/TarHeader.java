/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Header of one member of a tar archive, in the forms that tar programs write: POSIX's, GNU's, and
 * the old one without a mark.
 *
 * @param name of the member; of at most 255 characters, as longer ones are in a member before it
 * @param type of the member: {@code 0} for a file, letters for names and attributes of the next one
 * @param size of the content in bytes
 */
record TarHeader(String name, char type, long size) {

  /** Bytes of a header, and the unit in which contents are padded. */
  static final int BLOCK = 512;

  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SUM_AT = 148;
  private static final int TYPE_AT = 156;
  private static final int MARK_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;
  private static final int NUMBER = 12;
  private static final int SUM = 8;

  /** Whether a block is a header: its checksum fits. */
  static boolean isOne(byte[] block) {
    if (block.length < BLOCK) {
      return false;
    }
    OptionalLong stated = octal(block, SUM_AT, SUM);
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= SUM_AT && i < SUM_AT + SUM ? ' ' : block[i] & 0xff;
    }
    return stated.isPresent() && stated.getAsLong() == sum && block[0] != 0;
  }

  /** The header in a block that {@link #isOne} accepts. */
  static TarHeader of(byte[] block) {
    String name = text(block, 0, NAME);
    boolean posix = text(block, MARK_AT, SUM).equals("ustar");
    String prefix = posix ? text(block, PREFIX_AT, PREFIX) : "";
    char type = block[TYPE_AT] == 0 ? '0' : (char) block[TYPE_AT];
    return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, type, size(block));
  }

  boolean isFile() {
    return type == '0' || type == '7';
  }

  /** Bytes after the content, up to the next header. */
  long padding() {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  private static String text(byte[] block, int at, int length) {
    int end = at;
    while (end < at + length && block[end] != 0) {
      end++;
    }
    return new String(block, at, end - at, StandardCharsets.UTF_8);
  }

  /** A size beyond eight gigabytes is binary, with the first bit set; -1 if it is no number. */
  private static long size(byte[] block) {
    if (block[SIZE_AT] >= 0) {
      return octal(block, SIZE_AT, NUMBER).orElse(-1);
    }
    long size = 0;
    for (int i = SIZE_AT + NUMBER - Long.BYTES; i < SIZE_AT + NUMBER; i++) {
      size = (size << Byte.SIZE) | (block[i] & 0xff);
    }
    return Math.max(-1, size);
  }

  private static OptionalLong octal(byte[] block, int at, int length) {
    String digits = text(block, at, length).strip();
    try {
      return OptionalLong.of(Long.parseLong(digits, 8));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
