/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which a file comes packed. */
public enum FilePacking {
  PLAIN(bytes -> bytes),
  GZIP(FilePacking::gzip),
  ZIP(FilePacking::zip),
  TAR(FilePacking::tar),
  TAR_GZIP(bytes -> gzip(tar(bytes))),
  GZIP_IN_ZIP(bytes -> zip(gzip(bytes)));

  @SuppressWarnings("ImmutableEnumChecker") // has no state
  private final UnaryOperator<byte[]> packer;

  FilePacking(UnaryOperator<byte[]> packer) {
    this.packer = packer;
  }

  public byte[] pack(byte[] bytes) {
    return packer.apply(bytes);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("__MACOSX/._records"));
      out.write(new byte[] {0, 5, 22, 7});
      out.closeEntry();
      out.putNextEntry(new ZipEntry("export/records.json"));
      out.write(bytes);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] tar(byte[] bytes) {
    byte[] header = new byte[512];
    put(header, 0, "export/records.json");
    put(header, 124, String.format(Locale.ROOT, "%011o", bytes.length));
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o", sum));
    header[154] = 0;
    int padded = (bytes.length + 511) / 512 * 512;
    byte[] archive = Arrays.copyOf(header, 512 + padded + 1024);
    System.arraycopy(bytes, 0, archive, 512, bytes.length);
    return archive;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }
}
