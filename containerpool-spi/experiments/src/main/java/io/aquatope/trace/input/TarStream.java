/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.io.ByteStreams;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** The files in a tar archive, one after the other; as a stream, the bytes of the current file. */
final class TarStream extends InputStream {

  /** Bytes of a member that holds names or attributes of the next one. */
  private static final int LONGEST_ATTRIBUTES = 1 << 16;

  private static final Pattern PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");
  private static final Pattern SIZE = Pattern.compile("(?m)^\\d+ size=(\\d{1,18})$");

  private final InputStream in;
  private long left;
  private long padding;

  TarStream(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next file.
   *
   * @return its name; empty at the end of the archive
   * @throws IOException if the archive is damaged or was cut short
   */
  Optional<String> next() throws IOException {
    String longName = "";
    OptionalLong longSize = OptionalLong.empty();
    while (true) {
      ByteStreams.skipFully(in, left);
      ByteStreams.skipFully(in, padding);
      byte[] block = new byte[TarHeader.BLOCK];
      ByteStreams.readFully(in, block);
      if (isZero(block)) {
        return Optional.empty();
      }
      if (!TarHeader.isOne(block)) {
        throw new ZipException("a header is damaged");
      }
      TarHeader header = TarHeader.of(block);
      if (longSize.isPresent()) {
        header = new TarHeader(header.name(), header.type(), longSize.getAsLong());
      }
      if (header.size() < 0) {
        throw new ZipException("the size of " + TextExcerpt.of(header.name()) + " is no number");
      }
      left = header.size();
      padding = header.padding();
      if (header.type() == 'L') {
        longName = attributes().replace("\0", "");
      } else if (header.type() == 'x') {
        String attributes = attributes();
        Matcher path = PATH.matcher(attributes);
        Matcher size = SIZE.matcher(attributes);
        longName = path.find() ? path.group(1) : longName;
        longSize = size.find() ? OptionalLong.of(Long.parseLong(size.group(1))) : longSize;
      } else if (header.isFile()) {
        return Optional.of(longName.isEmpty() ? header.name() : longName);
      } else {
        longName = "";
        longSize = OptionalLong.empty();
      }
    }
  }

  private String attributes() throws IOException {
    if (left > LONGEST_ATTRIBUTES) {
      throw new ZipException("attributes of " + left + " bytes");
    }
    byte[] bytes = new byte[(int) left];
    ByteStreams.readFully(this, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isZero(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    if (left == 0) {
      return most == 0 ? 0 : -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(most, left));
    if (count < 0) {
      throw new EOFException("it ends within a file");
    }
    left -= count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
