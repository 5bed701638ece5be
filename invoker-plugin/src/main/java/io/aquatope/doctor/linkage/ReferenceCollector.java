/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the references from the byte code of a class to the classes of interest. */
final class ReferenceCollector extends ClassVisitor {

  /** Receives each reference and the place where it was found. */
  @FunctionalInterface
  interface Sink {
    void found(LinkReference reference, String usedIn);
  }

  private static final Set<String> LAMBDA_FACTORIES = Set.of("java/lang/invoke/LambdaMetafactory");

  private final Predicate<String> ofInterest;
  private final Predicate<String> applies;
  private final Sink sink;
  private String className = "";

  private ReferenceCollector(Predicate<String> ofInterest, Predicate<String> applies, Sink sink) {
    super(Opcodes.ASM9);
    this.ofInterest = ofInterest;
    this.applies = applies;
    this.sink = sink;
  }

  /**
   * @param ofInterest tests internal class names
   * @param applies tests names of methods with their descriptors; the code of others is left out
   */
  static void collect(
      byte[] classFile, Predicate<String> ofInterest, Predicate<String> applies, Sink sink) {
    new ClassReader(classFile)
        .accept(new ReferenceCollector(ofInterest, applies, sink), ClassReader.SKIP_FRAMES);
  }

  private void found(LinkReference reference, String usedIn) {
    if (ofInterest.test(reference.owner())) {
      sink.found(reference, usedIn);
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    className = name.replace('/', '.');
    found(new LinkReference.Extension(superName, false), className);
    for (String implemented : interfaces) {
      found(new LinkReference.Extension(implemented, true), className);
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return applies.test(name + descriptor) ? new Code(className + "." + name) : null;
  }

  /** Visits the code of one method. */
  private final class Code extends MethodVisitor {

    private final String usedIn;
    private final Set<String> caught = new TreeSet<>();

    Code(String usedIn) {
      super(Opcodes.ASM9);
      this.usedIn = usedIn;
    }

    private void use(Type type) {
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (element.getSort() == Type.OBJECT) {
        found(new LinkReference.ClassUse(element.getInternalName()), usedIn);
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        found(new LinkReference.Instantiation(type), usedIn);
      } else {
        use(Type.getObjectType(type));
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      found(new LinkReference.FieldUse(owner, name, descriptor, isStatic), usedIn);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      method(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor, ofInterface);
    }

    private void method(
        boolean isStatic, String owner, String name, String descriptor, boolean ofInterface) {
      if (!owner.startsWith("[")) {
        found(new LinkReference.MethodUse(owner, name, descriptor, isStatic, ofInterface), usedIn);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (LAMBDA_FACTORIES.contains(bootstrap.getOwner())) {
        String implemented = Type.getReturnType(descriptor).getInternalName();
        String erased = ((Type) arguments[0]).getDescriptor();
        found(new LinkReference.Lambda(implemented, name, erased), usedIn);
      }
      for (Object argument : arguments) {
        visitConstant(argument);
      }
    }

    private void visitConstant(Object constant) {
      if (constant instanceof Type type && type.getSort() != Type.METHOD) {
        use(type);
      } else if (constant instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
        method(
            handle.getTag() == Opcodes.H_INVOKESTATIC,
            handle.getOwner(),
            handle.getName(),
            handle.getDesc(),
            handle.isInterface());
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      visitConstant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      use(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(
        Label start, Label end, Label handler, @Nullable String exception) {
      if (exception != null && caught.add(exception)) {
        use(Type.getObjectType(exception));
      }
    }
  }
}
