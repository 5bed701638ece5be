/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Visitor that writes Jackson's annotations into records, which Jackson does not recognise once
 * they are ordinary classes: their fields are properties, and their canonical constructor creates
 * them. Annotations that the source has stay as they are.
 *
 * <p>The record attribute comes before the methods in the order of visits, so the canonical
 * constructor is known when it is visited.
 */
final class RecordJson extends ClassVisitor {

  private final String jackson;
  private final List<String> components = new ArrayList<>();
  private final StringBuilder parameters = new StringBuilder();
  private final boolean hasCreator;
  private boolean isRecord;
  private boolean hasDetection;

  /**
   * @param jackson the package of Jackson's annotations, with slashes, and one at the end
   * @param hasCreator whether the class has a creator already, as {@link #hasCreator} tells
   */
  RecordJson(ClassVisitor next, String jackson, boolean hasCreator) {
    super(Java11Visitor.API, next);
    this.jackson = jackson;
    this.hasCreator = hasCreator;
  }

  /** Whether a constructor or method of the class has the annotation {@code JsonCreator}. */
  static boolean hasCreator(ClassReader reader, String jackson) {
    boolean[] found = new boolean[1];
    reader.accept(
        new ClassVisitor(Java11Visitor.API) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Java11Visitor.API) {
              @Override
              public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                found[0] |= type.equals("L" + jackson + "JsonCreator;");
                return null;
              }
            };
          }
        },
        ClassReader.SKIP_CODE);
    return found[0];
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    isRecord = (access & Opcodes.ACC_RECORD) != 0;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    hasDetection |= descriptor.equals(annotation("JsonAutoDetect"));
    return super.visitAnnotation(descriptor, visible);
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    components.add(name);
    parameters.append(descriptor);
    return super.visitRecordComponent(name, descriptor, signature);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean canonical =
        isRecord && name.equals("<init>") && descriptor.equals("(" + parameters + ")V");
    return canonical && !hasCreator && !components.isEmpty()
        ? new CanonicalConstructor(next)
        : next;
  }

  @Override
  public void visitEnd() {
    if (isRecord && !hasDetection) {
      AnnotationVisitor detection = super.visitAnnotation(annotation("JsonAutoDetect"), true);
      if (detection != null) {
        detection.visitEnum("fieldVisibility", annotation("JsonAutoDetect$Visibility"), "ANY");
        detection.visitEnd();
      }
    }
    super.visitEnd();
  }

  private String annotation(String simpleName) {
    return "L" + jackson + simpleName + ";";
  }

  /** Visitor of the canonical constructor, which has a parameter for each component. */
  private final class CanonicalConstructor extends MethodVisitor {

    private final boolean[] named = new boolean[components.size()];

    CanonicalConstructor(MethodVisitor next) {
      super(Java11Visitor.API, next);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      AnnotationVisitor next = super.visitParameterAnnotation(parameter, descriptor, visible);
      if (!descriptor.equals(annotation("JsonProperty"))) {
        return next;
      }
      named[parameter] = true;
      return new Property(next, components.get(parameter));
    }

    @Override
    public void visitCode() {
      super.visitAnnotation(annotation("JsonCreator"), true).visitEnd();
      for (int i = 0; i < named.length; i++) {
        if (!named[i]) {
          new Property(
                  super.visitParameterAnnotation(i, annotation("JsonProperty"), true),
                  components.get(i))
              .visitEnd();
        }
      }
      super.visitCode();
    }
  }

  /** Visitor of the annotation that names a property, by its component unless it has a name. */
  private static final class Property extends AnnotationVisitor {

    private final String component;
    private boolean hasName;

    Property(AnnotationVisitor next, String component) {
      super(Java11Visitor.API, next);
      this.component = component;
    }

    @Override
    public void visit(String name, Object value) {
      hasName |= name.equals("value");
      super.visit(name, value);
    }

    @Override
    public void visitEnd() {
      if (!hasName) {
        super.visit("value", component);
      }
      super.visitEnd();
    }
  }
}
