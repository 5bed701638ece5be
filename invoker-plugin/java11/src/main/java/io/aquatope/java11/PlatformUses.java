/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Visitor that reports the classes that a class names, and the members of other classes that its
 * code uses, as a name and a descriptor.
 */
final class PlatformUses extends ClassVisitor {

  private final BiConsumer<String, @Nullable String> uses;

  /**
   * @param uses receives the owner's internal name, and the member or null
   */
  PlatformUses(BiConsumer<String, @Nullable String> uses) {
    super(Java11Visitor.API);
    this.uses = uses;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    if (superName != null) {
      uses.accept(superName, null);
    }
    for (String implemented : interfaces) {
      uses.accept(implemented, null);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Code();
  }

  private void type(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      uses.accept(element.getInternalName(), null);
    }
  }

  private void member(String owner, String member) {
    if (owner.startsWith("[")) {
      type(Type.getObjectType(owner));
    } else {
      uses.accept(owner, member);
    }
  }

  private void constant(Object constant) {
    if (constant instanceof Handle) {
      Handle handle = (Handle) constant;
      member(handle.getOwner(), handle.getName() + handle.getDesc());
    } else if (constant instanceof Type && ((Type) constant).getSort() != Type.METHOD) {
      type((Type) constant);
    }
  }

  /** Visitor of the code of a method. */
  private final class Code extends MethodVisitor {

    Code() {
      super(Java11Visitor.API);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      type(Type.getObjectType(type));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      member(owner, name + descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      member(owner, name + descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      constant(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      type(Type.getType(descriptor));
    }

    private void type(Type type) {
      PlatformUses.this.type(type);
    }
  }
}
