/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.doctor.classpath.ClassMember;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Class hierarchy over several class paths, in the order in which the Java virtual machine looks up
 * members.
 */
final class ClassHierarchy {

  private final List<ClassPath> classPaths;

  ClassHierarchy(List<ClassPath> classPaths) {
    this.classPaths = List.copyOf(classPaths);
  }

  /** Finds a class on the first class path that has it. */
  Optional<ClassShape> find(String name) throws IOException {
    for (ClassPath classPath : classPaths) {
      Optional<ClassShape> found = classPath.find(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the class, its superclasses, and then all their interfaces. */
  Lineage lineage(ClassShape of) throws IOException {
    Map<String, ClassShape> found = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    Deque<String> interfaces = new ArrayDeque<>();
    ClassShape shape = of;
    while (shape != null) {
      found.put(shape.name(), shape);
      interfaces.addAll(shape.interfaces());
      shape = superclass(shape, missing);
    }
    while (!interfaces.isEmpty()) {
      String name = interfaces.remove();
      Optional<ClassShape> face = find(name);
      if (face.isEmpty()) {
        missing.add(name);
      } else if (found.putIfAbsent(name, face.get()) == null) {
        interfaces.addAll(face.get().interfaces());
      }
    }
    return new Lineage(List.copyOf(found.values()), missing);
  }

  private @Nullable ClassShape superclass(ClassShape shape, Set<String> missing)
      throws IOException {
    String name = shape.superName();
    if (name == null) {
      return null;
    }
    Optional<ClassShape> found = find(name);
    if (found.isEmpty()) {
      missing.add(name);
    }
    return found.orElse(null);
  }

  /**
   * A class and all its supertypes.
   *
   * @param missing supertypes that are named but absent
   */
  record Lineage(List<ClassShape> classes, Set<String> missing) {

    Optional<ClassMember> method(String name, String descriptor) {
      return member(ClassShape::methods, name, descriptor);
    }

    Optional<ClassMember> field(String name, String descriptor) {
      return member(ClassShape::fields, name, descriptor);
    }

    private Optional<ClassMember> member(
        Function<ClassShape, List<ClassMember>> kind, String name, String descriptor) {
      return classes.stream()
          .flatMap(shape -> kind.apply(shape).stream())
          .filter(member -> member.is(name, descriptor))
          .findFirst();
    }

    /** Whether a call of the method finds an implementation: the first method with code. */
    boolean implementsMethod(ClassMember declared) {
      return classes.stream()
          .flatMap(shape -> shape.methods().stream())
          .anyMatch(
              m ->
                  m.is(declared.name(), declared.descriptor())
                      && !m.isAbstract()
                      && !m.isStatic()
                      && !m.isPrivate());
    }

    /** Methods that are implemented nowhere. A subclass or a lambda has to provide them. */
    List<ClassMember> unimplemented() {
      return classes.stream()
          .flatMap(shape -> shape.methods().stream())
          .filter(ClassMember::isAbstract)
          .filter(method -> !implementsMethod(method))
          .collect(
              LinkedHashMap<String, ClassMember>::new,
              (map, m) -> map.putIfAbsent(m.name() + m.descriptor(), m),
              Map::putAll)
          .values()
          .stream()
          .toList();
    }
  }
}
