/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Visitor that gives a class a method of its own for each method of another class of its nest that
 * it names in a method reference. The other method may be private. Java 17 links such a reference.
 * Java 11 fails with {@code IllegalAccessError} when the reference is called, because the class
 * that it makes for a reference is no member of the nest.
 *
 * <p>References that can be serialised stay as they are: they are found again by the name of their
 * method.
 */
final class NestBridges extends ClassVisitor {

  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** The argument of the factory that is the method to call, and the one that has flags. */
  private static final int TARGET = 1;

  private static final int FLAGS = 3;
  private static final int SERIALIZABLE = 1;

  /** By the method of the other class. */
  private final Map<Handle, Handle> bridges = new LinkedHashMap<>();

  private String name = "";
  private boolean isInterface;

  NestBridges(ClassVisitor next) {
    super(Java11Visitor.API, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    this.name = name;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Code(super.visitMethod(access, method, descriptor, signature, exceptions));
  }

  @Override
  public void visitEnd() {
    bridges.forEach(this::write);
    super.visitEnd();
  }

  private boolean isOfNest(Handle method) {
    return !method.getOwner().equals(name)
        && outermost(method.getOwner()).equals(outermost(name))
        && method.getTag() != Opcodes.H_INVOKESPECIAL;
  }

  private static String outermost(String className) {
    int end = className.indexOf('$');
    return end < 0 ? className : className.substring(0, end);
  }

  private Handle bridge(Handle method) {
    return bridges.computeIfAbsent(
        method,
        target ->
            new Handle(
                Opcodes.H_INVOKESTATIC,
                name,
                "nest$" + bridges.size(),
                descriptor(target),
                isInterface));
  }

  /** The receiver is the first parameter. */
  private static String descriptor(Handle method) {
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(method.getDesc())));
    Type owner = Type.getObjectType(method.getOwner());
    if (isConstructor(method)) {
      return Type.getMethodDescriptor(owner, parameters.toArray(new Type[0]));
    } else if (method.getTag() != Opcodes.H_INVOKESTATIC) {
      parameters.add(0, owner);
    }
    return Type.getMethodDescriptor(
        Type.getReturnType(method.getDesc()), parameters.toArray(new Type[0]));
  }

  private static boolean isConstructor(Handle method) {
    return method.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  private void write(Handle method, Handle bridge) {
    MethodVisitor code =
        super.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            bridge.getName(),
            bridge.getDesc(),
            null,
            null);
    code.visitCode();
    if (isConstructor(method)) {
      code.visitTypeInsn(Opcodes.NEW, method.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    int locals = 0;
    for (Type parameter : Type.getArgumentTypes(bridge.getDesc())) {
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), locals);
      locals += parameter.getSize();
    }
    code.visitMethodInsn(
        opcode(method),
        method.getOwner(),
        method.getName(),
        method.getDesc(),
        method.isInterface());
    Type result = Type.getReturnType(bridge.getDesc());
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(2 + locals, locals);
    code.visitEnd();
  }

  private static int opcode(Handle method) {
    switch (method.getTag()) {
      case Opcodes.H_INVOKESTATIC:
        return Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEINTERFACE:
        return Opcodes.INVOKEINTERFACE;
      case Opcodes.H_NEWINVOKESPECIAL:
        return Opcodes.INVOKESPECIAL;
      default:
        return Opcodes.INVOKEVIRTUAL;
    }
  }

  /** Visitor of the code of a method. */
  private final class Code extends MethodVisitor {

    Code(MethodVisitor next) {
      super(Java11Visitor.API, next);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String descriptor, Handle bootstrap, Object... arguments) {
      Object[] bridged = arguments.clone();
      if (bootstrap.getOwner().equals(METAFACTORY)
          && !isSerializable(arguments)
          && isOfNest((Handle) arguments[TARGET])) {
        bridged[TARGET] = bridge((Handle) arguments[TARGET]);
      }
      super.visitInvokeDynamicInsn(method, descriptor, bootstrap, bridged);
    }

    private boolean isSerializable(Object[] arguments) {
      return arguments.length > FLAGS && ((int) arguments[FLAGS] & SERIALIZABLE) != 0;
    }
  }
}
