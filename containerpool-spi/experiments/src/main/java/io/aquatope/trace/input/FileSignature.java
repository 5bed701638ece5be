/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Formats of files that are no text, by their first bytes. */
public enum FileSignature {
  GZIP("a gzip file", "1f8b"),
  ZIP("a zip archive", "504b0304"),
  EMPTY_ZIP("a zip archive without files", "504b0506"),
  TAR("a tar archive", "7573746172", 257),
  RAR("a RAR archive", "526172211a07"),
  SEVEN_ZIP("a 7z archive", "377abcaf271c"),
  XZ("an xz file", "fd377a585a00"),
  ZSTANDARD("a Zstandard file", "28b52ffd"),
  BZIP2("a bzip2 file", "425a68"),
  LZ4("an LZ4 file", "04224d18"),
  PARQUET("a Parquet file", "50415231"),
  ORC("an ORC file", "4f5243"),
  AVRO("an Avro file", "4f626a01"),
  SQLITE("an SQLite database", "53514c69746520666f726d6174"),
  PDF("a PDF file", "255044462d"),
  UTF32_BE("text in UTF-32", "0000feff"),
  UTF32_LE("text in UTF-32", "fffe0000");

  /** Bytes that a signature may need; a whole header of tar. */
  static final int LONGEST = 512;

  private final String description;
  private final String bytes;
  private final int position;

  FileSignature(String description, String bytes) {
    this(description, bytes, 0);
  }

  FileSignature(String description, String bytes, int position) {
    this.description = description;
    this.bytes = bytes;
    this.position = position;
  }

  /** The format of a file that begins with these bytes; empty if it looks like text. */
  static Optional<FileSignature> of(byte[] beginning) {
    Optional<FileSignature> known =
        Arrays.stream(values()).filter(format -> format.begins(beginning)).findFirst();
    return known.isEmpty() && TarHeader.isOne(beginning) ? Optional.of(TAR) : known;
  }

  private boolean begins(byte[] beginning) {
    int length = bytes.length() / 2;
    if (beginning.length < position + length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((byte) Integer.parseInt(bytes, 2 * i, 2 * i + 2, 16) != beginning[position + i]) {
        return false;
      }
    }
    return true;
  }

  /** The format in words, with an article. */
  String description() {
    return description;
  }

  /** The charset of a text: by its byte order mark, or by the zero byte of its first character. */
  static Charset charset(byte[] beginning) {
    if (beginning.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = beginning[0] & 0xff;
    int second = beginning[1] & 0xff;
    if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return (first == 0xff && second == 0xfe) || (first != 0 && second == 0)
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }
}
