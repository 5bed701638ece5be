/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;

/** Translation of one class file to Akka's names and Java 11's byte code. */
final class ClassTranslation {

  private static final String OURS = "io/aquatope/";
  private static final String SHADED = "io/aquatope/shaded/";

  private final String jackson;

  /**
   * @param jackson the package of Jackson's annotations, with slashes, and one at the end
   */
  ClassTranslation(String jackson) {
    this.jackson = jackson;
  }

  /**
   * Translates a class file.
   *
   * @throws RuntimeException if the bytes are no class file; which one depends on the damage
   */
  byte[] translate(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor visitor =
        new NestBridges(new ClassRemapper(new Java11Visitor(writer), new Java11Names()));
    String name = reader.getClassName();
    if (name.startsWith(OURS) && !name.startsWith(SHADED)) {
      visitor = new RecordJson(visitor, jackson, RecordJson.hasCreator(reader, jackson));
    }
    reader.accept(visitor, 0);
    return writer.toByteArray();
  }
}
