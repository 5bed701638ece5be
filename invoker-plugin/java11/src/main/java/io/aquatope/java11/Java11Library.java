/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The Java 11 library, as the compiler knows it for {@code --release 11}. No Java 11 needs to be
 * installed.
 */
final class Java11Library {

  private static final Set<String> PLATFORM = Set.of("java/", "javax/", "jdk/", "sun/");

  /** Their methods accept each descriptor. */
  private static final Set<String> POLYMORPHIC =
      Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

  private final Collection<String> exceptions;
  private final JavacTask compiler;

  /** The members of a class and its supertypes, by its internal name; null if it is absent. */
  private final Map<String, @Nullable Set<String>> known = new HashMap<>();

  /**
   * @param exceptions internal names of classes that are not checked
   */
  Java11Library(Collection<String> exceptions) {
    this.exceptions = List.copyOf(exceptions);
    compiler =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    problem -> {},
                    List.of("--release", "11", "-proc:none"),
                    List.of("java.lang.Object"),
                    null);
  }

  /** Describes each use of a class, field or method of the platform that Java 11 does not have. */
  List<String> problems(Map<String, byte[]> classes) {
    List<String> problems = new ArrayList<>();
    classes.forEach(
        (name, classFile) -> {
          if (!exceptions.contains(name)) {
            Set<String> missing = new TreeSet<>();
            new ClassReader(classFile)
                .accept(
                    new PlatformUses((owner, member) -> collect(owner, member, missing)),
                    ClassReader.SKIP_FRAMES);
            missing.forEach(use -> problems.add("class " + name + " uses " + use));
          }
        });
    return problems;
  }

  private void collect(String owner, @Nullable String member, Set<String> missing) {
    if (PLATFORM.stream().noneMatch(owner::startsWith)) {
      return;
    }
    Set<String> members = known.computeIfAbsent(owner, this::members);
    if (members == null) {
      missing.add("class " + owner);
    } else if (member != null && !members.contains(member) && !POLYMORPHIC.contains(owner)) {
      missing.add(owner + "." + member);
    }
  }

  private @Nullable Set<String> members(String owner) {
    TypeElement type =
        compiler.getElements().getTypeElement(owner.replace('/', '.').replace('$', '.'));
    if (type == null) {
      return null;
    }
    Set<String> members = new HashSet<>();
    addMembers(type, members);
    addMembers(compiler.getElements().getTypeElement("java.lang.Object"), members);
    return members;
  }

  /** Also overridden methods: their descriptors still link. */
  private void addMembers(TypeElement type, Set<String> members) {
    type.getEnclosedElements().stream()
        .filter(member -> !member.getKind().isClass() && !member.getKind().isInterface())
        .map(this::text)
        .forEach(members::add);
    compiler.getTypes().directSupertypes(type.asType()).stream()
        .map(supertype -> (TypeElement) ((DeclaredType) supertype).asElement())
        .forEach(supertype -> addMembers(supertype, members));
  }

  private String text(Element member) {
    TypeMirror type = compiler.getTypes().erasure(member.asType());
    String name =
        member.getKind() == ElementKind.CONSTRUCTOR ? "<init>" : member.getSimpleName().toString();
    return name + descriptor(type);
  }

  private String descriptor(TypeMirror type) {
    switch (type.getKind()) {
      case EXECUTABLE:
        ExecutableType method = (ExecutableType) type;
        return method.getParameterTypes().stream()
                .map(compiler.getTypes()::erasure)
                .map(this::descriptor)
                .collect(Collectors.joining("", "(", ")"))
            + descriptor(compiler.getTypes().erasure(method.getReturnType()));
      case ARRAY:
        return "[" + descriptor(((ArrayType) type).getComponentType());
      case DECLARED:
        TypeElement declared = (TypeElement) ((DeclaredType) type).asElement();
        return "L"
            + compiler.getElements().getBinaryName(declared).toString().replace('.', '/')
            + ";";
      case VOID:
        return "V";
      default:
        return primitive(type.getKind());
    }
  }

  private static String primitive(TypeKind kind) {
    switch (kind) {
      case BOOLEAN:
        return "Z";
      case LONG:
        return "J";
      default:
        return kind.name().substring(0, 1);
    }
  }
}
