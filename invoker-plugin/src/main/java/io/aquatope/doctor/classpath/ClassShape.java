/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The linkable parts of a class: its name, supertypes, access flags and members.
 *
 * @param name the internal name, with slashes
 * @param superName null for {@code java/lang/Object}
 */
public record ClassShape(
    String name,
    int access,
    @Nullable String superName,
    List<String> interfaces,
    List<ClassMember> fields,
    List<ClassMember> methods) {

  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  public boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  public boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  public boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  public static ClassShape read(byte[] classFile) {
    Shape shape = new Shape();
    new ClassReader(classFile)
        .accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassShape(
        shape.name, shape.access, shape.superName, shape.interfaces, shape.fields, shape.methods);
  }

  private static final class Shape extends ClassVisitor {

    private String name = "";
    private int access;
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private final List<ClassMember> fields = new ArrayList<>();
    private final List<ClassMember> methods = new ArrayList<>();

    Shape() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String className,
        @Nullable String signature,
        @Nullable String superClass,
        String[] superInterfaces) {
      name = className;
      access = flags;
      superName = superClass;
      interfaces = List.of(superInterfaces);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags,
        String fieldName,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.add(new ClassMember(fieldName, descriptor, flags));
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags,
        String methodName,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      methods.add(new ClassMember(methodName, descriptor, flags));
      return null;
    }
  }
}
