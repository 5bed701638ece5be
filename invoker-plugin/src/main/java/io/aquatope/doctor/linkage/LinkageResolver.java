/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.doctor.classpath.ClassMember;
import io.aquatope.doctor.classpath.ClassShape;
import io.aquatope.doctor.linkage.ClassHierarchy.Lineage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Resolves references by the rules of the Java virtual machine. */
final class LinkageResolver {

  private static final int SEEN_BY_OTHERS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final ClassHierarchy hierarchy;

  LinkageResolver(ClassHierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Returns what the installation has instead of the reference; empty if the reference links. */
  Optional<String> problem(LinkReference reference) throws IOException {
    Optional<ClassShape> found = hierarchy.find(reference.owner());
    if (found.isEmpty()) {
      return Optional.of("no such class");
    }
    ClassShape owner = found.get();
    if (!owner.isPublic()) {
      return Optional.of("the class is not public");
    }
    if (reference instanceof LinkReference.Instantiation) {
      return when(owner.isAbstract(), "the class is abstract");
    } else if (reference instanceof LinkReference.Extension extension) {
      return extension(owner, extension);
    } else if (reference instanceof LinkReference.FieldUse field) {
      return field(owner, field);
    } else if (reference instanceof LinkReference.MethodUse method) {
      return method(owner, method);
    } else if (reference instanceof LinkReference.Lambda lambda) {
      return lambda(owner, lambda);
    } else if (reference instanceof LinkReference.ClassUse) {
      return Optional.empty();
    }
    throw new IllegalStateException("a reference of an unknown kind: " + reference);
  }

  private static Optional<String> extension(ClassShape owner, LinkReference.Extension extension) {
    if (owner.isInterface() != extension.asInterface()) {
      return Optional.of(owner.isInterface() ? "it is an interface" : "it is a class");
    }
    return when(owner.isFinal(), "the class is final");
  }

  private Optional<String> field(ClassShape owner, LinkReference.FieldUse use) throws IOException {
    Lineage lineage = hierarchy.lineage(owner);
    return member(
        lineage.field(use.name(), use.descriptor()), use.isStatic(), "no such field", lineage);
  }

  private Optional<String> method(ClassShape owner, LinkReference.MethodUse use)
      throws IOException {
    if (owner.isInterface() != use.ofInterface()) {
      return Optional.of(owner.isInterface() ? "it is an interface" : "it is a class");
    }
    Lineage lineage = hierarchy.lineage(owner);
    // Constructors and class initialisers are not inherited.
    Optional<ClassMember> found =
        use.name().startsWith("<")
            ? new Lineage(List.of(owner), lineage.missing()).method(use.name(), use.descriptor())
            : lineage.method(use.name(), use.descriptor());
    return member(found, use.isStatic(), "no such method", lineage);
  }

  private Optional<String> lambda(ClassShape owner, LinkReference.Lambda lambda)
      throws IOException {
    if (!owner.isInterface()) {
      return Optional.of("it is a class");
    }
    List<ClassMember> toProvide = hierarchy.lineage(owner).unimplemented();
    boolean fits = toProvide.size() == 1 && toProvide.get(0).is(lambda.name(), lambda.descriptor());
    return when(
        !fits,
        "the abstract methods are "
            + toProvide.stream().map(method -> method.name() + method.descriptor()).toList());
  }

  private static Optional<String> member(
      Optional<ClassMember> found, boolean isStatic, String absent, Lineage lineage) {
    if (found.isEmpty()) {
      return Optional.of(
          lineage.missing().isEmpty()
              ? absent
              : absent + "; these supertypes are missing: " + lineage.missing());
    }
    ClassMember member = found.get();
    if ((member.access() & SEEN_BY_OTHERS) == 0) {
      return Optional.of("it is not accessible");
    }
    return when(
        member.isStatic() != isStatic, member.isStatic() ? "it is static" : "it is not static");
  }

  private static Optional<String> when(boolean condition, String problem) {
    return condition ? Optional.of(problem) : Optional.empty();
  }
}
