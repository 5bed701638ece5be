/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import java.util.Locale;

/** Reference from byte code to another class. */
sealed interface LinkReference {

  /** The internal name of the referenced class. */
  String owner();

  /** Requires that the class exists and is accessible. */
  record ClassUse(String owner) implements LinkReference {
    @Override
    public String toString() {
      return "class " + owner.replace('/', '.');
    }
  }

  /** Requires that the class can be instantiated. */
  record Instantiation(String owner) implements LinkReference {
    @Override
    public String toString() {
      return "class " + owner.replace('/', '.') + " that is not abstract";
    }
  }

  /** Requires that the class can be extended, or the interface implemented. */
  record Extension(String owner, boolean asInterface) implements LinkReference {
    @Override
    public String toString() {
      return (asInterface ? "interface " : "class that is not final ") + owner.replace('/', '.');
    }
  }

  /** Requires a field. */
  record FieldUse(String owner, String name, String descriptor, boolean isStatic)
      implements LinkReference {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%sfield %s.%s of type %s",
          isStatic ? "static " : "",
          owner.replace('/', '.'),
          name,
          descriptor);
    }
  }

  /** Requires a method. */
  record MethodUse(
      String owner, String name, String descriptor, boolean isStatic, boolean ofInterface)
      implements LinkReference {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%smethod %s.%s%s",
          isStatic ? "static " : "",
          owner.replace('/', '.'),
          name,
          descriptor);
    }
  }

  /**
   * Requires that the method is the only abstract one of its interface, as a lambda implements it.
   */
  record Lambda(String owner, String name, String descriptor) implements LinkReference {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "interface %s with the one abstract method %s%s",
          owner.replace('/', '.'),
          name,
          descriptor);
    }
  }
}
