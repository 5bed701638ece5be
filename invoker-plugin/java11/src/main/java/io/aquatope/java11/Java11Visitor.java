/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Visitor that replaces what a virtual machine of Java 11 does not know. Records become ordinary
 * classes, sealed classes become open ones, and calls of newer methods of the library become calls
 * of {@link LibraryReplacements}. It comes after {@link Java11Names}.
 */
final class Java11Visitor extends ClassVisitor {

  static final int API = Opcodes.ASM9;

  private static final String RECORD_BOOTSTRAP = "java/lang/runtime/ObjectMethods";
  private static final Handle OWN_BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          LibraryReplacements.SUPPORT + "RecordMethods",
          "bootstrap",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  Java11Visitor(ClassVisitor next) {
    super(API, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    super.visit(
        Math.min(version & 0xffff, Opcodes.V11),
        access & ~Opcodes.ACC_RECORD,
        name,
        signature,
        superName,
        interfaces);
  }

  @Override
  public void visitPermittedSubclass(String permittedSubclass) {
    // Java 11 knows no sealed classes.
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Code(super.visitMethod(access, name, descriptor, signature, exceptions));
  }

  /** Visitor of the code of a method. */
  private static final class Code extends MethodVisitor {

    Code(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Handle handle = new Handle(tag(opcode), owner, name, descriptor, isInterface);
      Handle replacement = LibraryReplacements.of(handle);
      if (replacement.equals(handle)) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      } else {
        super.visitMethodInsn(
            replacement.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : opcode,
            replacement.getOwner(),
            replacement.getName(),
            replacement.getDesc(),
            replacement.isInterface());
      }
    }

    private static int tag(int opcode) {
      switch (opcode) {
        case Opcodes.INVOKESTATIC:
          return Opcodes.H_INVOKESTATIC;
        case Opcodes.INVOKEINTERFACE:
          return Opcodes.H_INVOKEINTERFACE;
        case Opcodes.INVOKESPECIAL:
          return Opcodes.H_INVOKESPECIAL;
        default:
          return Opcodes.H_INVOKEVIRTUAL;
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      List<Object> replaced = new ArrayList<>();
      for (Object argument : arguments) {
        replaced.add(
            argument instanceof Handle ? LibraryReplacements.of((Handle) argument) : argument);
      }
      super.visitInvokeDynamicInsn(
          name,
          descriptor,
          bootstrap.getOwner().equals(RECORD_BOOTSTRAP) ? OWN_BOOTSTRAP : bootstrap,
          replaced.toArray());
    }
  }
}
