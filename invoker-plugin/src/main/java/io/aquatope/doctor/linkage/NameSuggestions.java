/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import static java.util.Comparator.comparingInt;

import io.aquatope.config.EditDistance;
import io.aquatope.doctor.classpath.ClassMember;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Suggests existing names for a name that is missing. */
final class NameSuggestions {

  private static final int MOST = 3;

  private final ClassPath classPath;
  private final ClassHierarchy hierarchy;

  NameSuggestions(ClassPath classPath, ClassHierarchy hierarchy) {
    this.classPath = classPath;
    this.hierarchy = hierarchy;
  }

  List<String> of(LinkReference reference) throws IOException {
    Optional<ClassShape> owner = hierarchy.find(reference.owner());
    if (owner.isEmpty()) {
      return classes(reference.owner());
    } else if (reference instanceof LinkReference.MethodUse use) {
      return members(hierarchy.lineage(owner.get()).classes(), ClassShape::methods, use.name());
    } else if (reference instanceof LinkReference.FieldUse use) {
      return members(hierarchy.lineage(owner.get()).classes(), ClassShape::fields, use.name());
    }
    return List.of();
  }

  private List<String> classes(String name) {
    String simple = simple(name);
    Collection<String> all = classPath.classNames();
    List<String> sameName = all.stream().filter(other -> simple(other).equals(simple)).toList();
    Stream<String> nearest =
        sameName.isEmpty()
            ? all.stream()
                .filter(other -> packageOf(other).equals(packageOf(name)))
                .sorted(comparingInt(other -> EditDistance.between(simple(other), simple)))
            : sameName.stream();
    return nearest.limit(MOST).map(other -> other.replace('/', '.')).toList();
  }

  private static List<String> members(
      List<ClassShape> lineage,
      java.util.function.Function<ClassShape, List<ClassMember>> kind,
      String name) {
    return lineage.stream()
        .flatMap(shape -> kind.apply(shape).stream())
        .filter(
            member -> EditDistance.between(member.name(), name) <= Math.max(2, name.length() / 3))
        .sorted(comparingInt(member -> EditDistance.between(member.name(), name)))
        .map(member -> member.name() + member.descriptor())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(name.lastIndexOf('/'), 0));
  }
}
