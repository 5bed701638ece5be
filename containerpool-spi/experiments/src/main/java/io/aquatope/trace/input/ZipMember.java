/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The bytes of one file in a zip archive. The library does not compare them with the checksum in
 * the archive; this class does, at their end.
 */
final class ZipMember extends FilterInputStream {

  private final ZipFile archive;
  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();
  private long length;

  private ZipMember(ZipFile archive, ZipEntry entry, InputStream in) {
    super(in);
    this.archive = archive;
    this.entry = entry;
  }

  static InputStream open(Path path, String name) throws IOException {
    ZipFile archive = new ZipFile(path.toFile());
    try {
      ZipEntry entry = archive.getEntry(name);
      return new ZipMember(archive, entry, archive.getInputStream(entry));
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e instanceof IOException known ? known : new ZipException(String.valueOf(e));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    int count = in.read(buffer, offset, most);
    if (count > 0) {
      sum.update(buffer, offset, count);
      length += count;
    } else if (count < 0) {
      check();
    }
    return count;
  }

  private void check() throws IOException {
    if (entry.getSize() >= 0 && length < entry.getSize()) {
      throw new EOFException("it ends within a file");
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw new ZipException("the checksum of a file does not fit");
    }
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    super.close();
    archive.close();
  }
}
