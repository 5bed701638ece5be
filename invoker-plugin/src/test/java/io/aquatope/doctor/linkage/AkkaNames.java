/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Renames Pekko to Akka in a class file, by its constant pool. All names and descriptors are there.
 */
final class AkkaNames {

  private static final int UTF8 = 1;

  private AkkaNames() {}

  static byte[] in(byte[] classFile) {
    ByteArrayOutputStream renamed = new ByteArrayOutputStream();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        DataOutputStream out = new DataOutputStream(renamed)) {
      out.writeLong(in.readLong());
      int constants = in.readUnsignedShort();
      out.writeShort(constants);
      for (int i = 1; i < constants; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == UTF8) {
          out.writeUTF(in.readUTF().replace("org/apache/pekko/", "akka/"));
        } else {
          int length = length(tag);
          out.write(in.readNBytes(length));
          i += length == 8 ? 1 : 0;
        }
      }
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return renamed.toByteArray();
  }

  /** The length of a constant, as the Java virtual machine's specification (4.4) has it. */
  private static int length(int tag) {
    return switch (tag) {
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> 4;
    };
  }
}
