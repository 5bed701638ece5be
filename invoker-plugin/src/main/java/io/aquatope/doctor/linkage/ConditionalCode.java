/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.LinksWithout;
import io.aquatope.whisk.WhiskFeature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The parts of a class that run only where OpenWhisk has or lacks a feature, by the marks {@link
 * LinksWith} and {@link LinksWithout}. The body of a lambda belongs to the method that creates it.
 */
final class ConditionalCode extends ClassVisitor {

  private static final String WITH = Type.getDescriptor(LinksWith.class);
  private static final String WITHOUT = Type.getDescriptor(LinksWithout.class);

  /** The class or method around a class, which must apply as well. */
  record Enclosure(String owner, @Nullable String method) {}

  private final Set<WhiskFeature> present;
  private final Set<String> leftOut = new HashSet<>();

  /** The methods that create a lambda from each synthetic method. */
  private final Map<String, Set<String>> creators = new HashMap<>();

  private String name = "";
  private boolean applies = true;
  private @Nullable Enclosure enclosure;

  private ConditionalCode(Set<WhiskFeature> present) {
    super(Opcodes.ASM9);
    this.present = present;
  }

  /**
   * @param present features that OpenWhisk has
   */
  static ConditionalCode read(byte[] classFile, Set<WhiskFeature> present) {
    ConditionalCode code = new ConditionalCode(present);
    new ClassReader(classFile).accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    code.leaveOutLambdas();
    return code;
  }

  /** Whether the class applies, apart from what is around it. */
  boolean applies() {
    return applies;
  }

  /** Whether a method applies, if its class does. */
  boolean applies(String methodAndDescriptor) {
    return !leftOut.contains(methodAndDescriptor);
  }

  Optional<Enclosure> enclosure() {
    return Optional.ofNullable(enclosure);
  }

  private void leaveOutLambdas() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, Set<String>> lambda : creators.entrySet()) {
        if (leftOut.containsAll(lambda.getValue())) {
          changed |= leftOut.add(lambda.getKey());
        }
      }
    }
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    name = className;
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
    enclosure = new Enclosure(owner, method == null ? null : method + descriptor);
  }

  @Override
  public void visitInnerClass(
      String inner, @Nullable String outer, @Nullable String innerName, int access) {
    if (inner.equals(name) && outer != null) {
      enclosure = new Enclosure(outer, null);
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return mark(descriptor, () -> applies = false);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    String key = method + descriptor;
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return mark(annotation, () -> leftOut.add(key));
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle body
              && body.getOwner().equals(name)
              && body.getName().startsWith("lambda$")) {
            creators
                .computeIfAbsent(body.getName() + body.getDesc(), unknown -> new HashSet<>())
                .add(key);
          }
        }
      }
    };
  }

  /** Reads a mark. A feature that this version does not know counts as met. */
  private @Nullable AnnotationVisitor mark(String descriptor, Runnable unmet) {
    boolean with = descriptor.equals(WITH);
    if (!with && !descriptor.equals(WITHOUT)) {
      return null;
    }
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visitEnum(@Nullable String parameter, String type, String constant) {
        Arrays.stream(WhiskFeature.values())
            .filter(feature -> feature.name().equals(constant))
            .filter(feature -> present.contains(feature) != with)
            .forEach(feature -> unmet.run());
      }
    };
  }
}
