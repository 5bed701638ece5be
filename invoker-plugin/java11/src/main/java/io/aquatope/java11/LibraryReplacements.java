/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Methods of the Java library that came after Java 11, and the static methods that replace them. A
 * method that is missing here fails the build: {@link Java11Library} finds it.
 */
final class LibraryReplacements {

  static final String SUPPORT = "io/aquatope/java11/support/";

  private static final Handle FORMATTED =
      replacement("formatted", "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;");
  private static final Handle TO_LIST =
      replacement("toList", "(Ljava/util/stream/Stream;)Ljava/util/List;");

  /** By owner, name and descriptor of the method that is replaced. */
  private static final Map<String, Handle> REPLACEMENTS =
      Map.of(
          "java/lang/String.formatted([Ljava/lang/Object;)Ljava/lang/String;", FORMATTED,
          "java/util/stream/Stream.toList()Ljava/util/List;", TO_LIST);

  private LibraryReplacements() {}

  private static Handle replacement(String name, String descriptor) {
    return new Handle(Opcodes.H_INVOKESTATIC, SUPPORT + "LibraryMethods", name, descriptor, false);
  }

  /** The method to call instead, or the same. */
  static Handle of(Handle method) {
    return REPLACEMENTS.getOrDefault(
        method.getOwner() + "." + method.getName() + method.getDesc(), method);
  }
}
