/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.network;

import io.aquatope.models.network.NeuralNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The file format of weights, big-endian: the bytes {@code AQTW}, an int version, the length in
 * bytes and the CRC-32 of what follows, and then a kind (modified UTF-8), the number of blocks, and
 * each block's length and doubles.
 *
 * @param kind kind of the network, see {@link NeuralNetwork#kind}
 * @param blocks the numbers
 */
public record WeightFile(String kind, List<double[]> blocks) {

  private static final int MAGIC = 0x41515457;
  private static final int VERSION = 1;
  private static final int LARGEST = 64 << 20;

  /** Writes the file; does not close the stream. */
  public void write(OutputStream out) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream content = new DataOutputStream(body);
    content.writeUTF(kind);
    content.writeInt(blocks.size());
    for (double[] block : blocks) {
      content.writeInt(block.length);
      for (double number : block) {
        content.writeDouble(number);
      }
    }
    DataOutputStream file = new DataOutputStream(out);
    file.writeInt(MAGIC);
    file.writeInt(VERSION);
    file.writeInt(body.size());
    file.writeLong(checksum(body.toByteArray()));
    body.writeTo(file);
    file.flush();
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not a weight file, has another version, or is truncated or
   *     damaged; the message states which
   */
  public static WeightFile read(InputStream in) throws IOException {
    DataInputStream file = new DataInputStream(in);
    byte[] body;
    try {
      int magic = file.readInt();
      if (magic != MAGIC) {
        throw new IOException(
            String.format(Locale.ROOT, "not a weight file: begins with %08x", magic));
      }
      int version = file.readInt();
      if (version != VERSION) {
        throw new IOException("weight file of version " + version + ", expected " + VERSION);
      }
      int length = file.readInt();
      if (length < 0 || length > LARGEST) {
        throw new IOException("weight file is damaged: states a length of " + length + " bytes");
      }
      long checksum = file.readLong();
      body = file.readNBytes(length);
      if (body.length < length) {
        throw new IOException(
            "weight file is truncated: has " + body.length + " of " + length + " bytes");
      }
      if (checksum(body) != checksum) {
        throw new IOException("weight file is damaged: its checksum differs");
      }
    } catch (EOFException e) {
      throw new IOException("weight file is truncated: ends within its header", e);
    }
    return parse(new DataInputStream(new ByteArrayInputStream(body)));
  }

  private static WeightFile parse(DataInputStream content) throws IOException {
    try {
      String kind = content.readUTF();
      int count = length(content, Integer.BYTES);
      List<double[]> blocks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double[] block = new double[length(content, Double.BYTES)];
        for (int j = 0; j < block.length; j++) {
          block[j] = content.readDouble();
        }
        blocks.add(block);
      }
      return new WeightFile(kind, List.copyOf(blocks));
    } catch (EOFException | UTFDataFormatException e) {
      throw new IOException("weight file is damaged: ends within its blocks", e);
    }
  }

  /** Reads a number of items. Each takes at least the given number of bytes of the rest. */
  private static int length(DataInputStream content, int bytesEach) throws IOException {
    int length = content.readInt();
    if (length < 0 || length > content.available() / bytesEach) {
      throw new IOException("weight file is damaged: states " + length + " items in a block");
    }
    return length;
  }

  /**
   * Puts the numbers into a network.
   *
   * @throws IOException if they belong to a network of another kind or shape
   */
  public <N extends NeuralNetwork> N into(N network) throws IOException {
    if (!kind.equals(network.kind())) {
      throw new IOException(
          "weight file holds a network of kind " + kind + ", expected " + network.kind());
    }
    try {
      network.take(blocks);
    } catch (IllegalArgumentException e) {
      throw new IOException("weight file does not fit: " + e.getMessage(), e);
    }
    return network;
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
