/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.doctor.classpath.ClassMember;
import io.aquatope.doctor.classpath.ClassShape;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loader of classes that have the members of shapes and no code, and of given class files. A type
 * that a member only mentions is an empty class.
 */
final class ShapeLoader extends ClassLoader {

  private final Map<String, ClassShape> shapes = new HashMap<>();
  private final Map<String, byte[]> classFiles;
  private final Set<String> mentioned = new HashSet<>();

  ShapeLoader(ClassLoader parent, Collection<ClassShape> shapes, Map<String, byte[]> classFiles) {
    super(parent);
    this.classFiles = classFiles;
    for (ClassShape shape : shapes) {
      this.shapes.put(shape.name(), shape);
      shape.fields().forEach(field -> mention(Type.getType(field.descriptor())));
      for (ClassMember method : shape.methods()) {
        mention(Type.getReturnType(method.descriptor()));
        for (Type parameter : Type.getArgumentTypes(method.descriptor())) {
          mention(parameter);
        }
      }
    }
  }

  private void mention(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      mentioned.add(element.getInternalName());
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    byte[] bytes;
    if (classFiles.containsKey(internal)) {
      bytes = classFiles.get(internal);
    } else if (shapes.containsKey(internal)) {
      bytes = written(shapes.get(internal));
    } else if (mentioned.contains(internal)) {
      bytes = empty(internal);
    } else {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] empty(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", new String[0]);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] written(ClassShape shape) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V1_8,
        shape.access(),
        shape.name(),
        null,
        shape.superName(),
        shape.interfaces().toArray(String[]::new));
    shape.fields().stream()
        .filter(field -> !shape.isInterface())
        .forEach(
            field ->
                writer
                    .visitField(
                        field.access() & ~Opcodes.ACC_FINAL,
                        field.name(),
                        field.descriptor(),
                        null,
                        null)
                    .visitEnd());
    for (ClassMember method : shape.methods()) {
      if (method.name().equals("<clinit>")) {
        continue;
      }
      MethodVisitor code =
          writer.visitMethod(
              method.access() & ~Opcodes.ACC_NATIVE,
              method.name(),
              method.descriptor(),
              null,
              null);
      if (!method.isAbstract()) {
        code.visitCode();
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(0, 0);
      }
      code.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }
}
