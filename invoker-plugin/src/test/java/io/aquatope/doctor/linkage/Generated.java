/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes small classes for tests, with the members that a test names. */
public final class Generated implements Opcodes {

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final String name;

  private Generated(int access, String name, String superName, String... interfaces) {
    this.name = name;
    writer.visit(V17, access, name, null, superName, interfaces);
  }

  public static Generated aClass(String name, String... interfaces) {
    return new Generated(ACC_PUBLIC | ACC_SUPER, name, "java/lang/Object", interfaces);
  }

  public static Generated aSubclass(String name, String superName) {
    return new Generated(ACC_PUBLIC | ACC_SUPER, name, superName);
  }

  public static Generated anAbstractClass(String name) {
    return new Generated(ACC_PUBLIC | ACC_SUPER | ACC_ABSTRACT, name, "java/lang/Object");
  }

  public static Generated anInterface(String name, String... interfaces) {
    return new Generated(
        ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT, name, "java/lang/Object", interfaces);
  }

  public Generated field(int access, String fieldName, String descriptor) {
    writer.visitField(access, fieldName, descriptor, null, null).visitEnd();
    return this;
  }

  public Generated abstractMethod(String methodName, String descriptor) {
    writer.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, methodName, descriptor, null, null).visitEnd();
    return this;
  }

  /** A method whose body throws. */
  public Generated method(int access, String methodName, String descriptor) {
    return code(
        access,
        methodName,
        descriptor,
        body -> {
          body.visitInsn(ACONST_NULL);
          body.visitInsn(ATHROW);
        });
  }

  /** A static method with a body; what it leaves on the stack does not matter. */
  public Generated using(Consumer<MethodVisitor> use) {
    return code(
        ACC_PUBLIC | ACC_STATIC,
        "use",
        "()V",
        body -> {
          use.accept(body);
          body.visitInsn(RETURN);
        });
  }

  private Generated code(
      int access, String methodName, String descriptor, Consumer<MethodVisitor> body) {
    MethodVisitor method = writer.visitMethod(access, methodName, descriptor, null, null);
    method.visitCode();
    body.accept(method);
    method.visitMaxs(0, 0);
    method.visitEnd();
    return this;
  }

  private byte[] bytes() {
    writer.visitEnd();
    return writer.toByteArray();
  }

  public static Path jar(Path file, Generated... classes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Generated generated : classes) {
        jar.putNextEntry(new JarEntry(generated.name + ".class"));
        jar.write(generated.bytes());
      }
    }
    return file;
  }
}
