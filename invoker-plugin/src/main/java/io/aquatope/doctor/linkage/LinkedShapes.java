/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import io.aquatope.doctor.classpath.ShapeFile;
import io.aquatope.whisk.WhiskFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/**
 * Shapes of all classes of an installation that this project's classes link to, whether or not the
 * code applies to it, of the types of the results, and of their supertypes.
 */
public final class LinkedShapes {

  private final Map<String, ClassShape> shapes = new TreeMap<>();

  private LinkedShapes() {}

  /**
   * Collects the shapes of the classes of an installation that the plugin links, and of their
   * supertypes.
   *
   * @param plugin class path with this project's classes
   * @param installation the class path of an OpenWhisk component
   */
  public static LinkedShapes of(ClassPath plugin, ClassPath installation) throws IOException {
    Deque<String> names = new ArrayDeque<>();
    for (WhiskFeature feature : WhiskFeature.values()) {
      names.add(feature.owner());
    }
    for (String name : plugin.classNames()) {
      if (LinkageCheck.isOurs(name)) {
        ReferenceCollector.collect(
            plugin.bytes(name),
            LinkageCheck::isProvided,
            method -> true,
            (reference, usedIn) -> {
              names.add(reference.owner());
              addResult(reference, names);
            });
      }
    }
    LinkedShapes linked = new LinkedShapes();
    while (!names.isEmpty()) {
      String name = names.remove();
      if (!linked.shapes.containsKey(name) && installation.has(name)) {
        Optional<ClassShape> found = installation.find(name);
        if (found.isPresent()) {
          linked.shapes.put(name, found.get());
          names.addAll(found.get().interfaces());
          Optional.ofNullable(found.get().superName()).ifPresent(names::add);
        }
      }
    }
    return linked;
  }

  /** Adds the type of a field or of a method's result, which the verifier of code looks at. */
  private static void addResult(LinkReference reference, Deque<String> names) {
    Type result = Type.VOID_TYPE;
    if (reference instanceof LinkReference.MethodUse method) {
      result = Type.getReturnType(method.descriptor());
    } else if (reference instanceof LinkReference.FieldUse field) {
      result = Type.getType(field.descriptor());
    }
    if (result.getSort() == Type.OBJECT) {
      names.add(result.getInternalName());
    }
  }

  /** Writes a file that stands for the installation on a class path. */
  public void write(Path file) throws IOException {
    ShapeFile.write(file, shapes.values());
  }
}
