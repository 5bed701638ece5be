/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import java.util.Locale;

/** Something that byte code asks of another class. */
sealed interface LinkReference {

  /** The internal name of the class that it is asked of. */
  String owner();

  /** That the class exists and can be seen. */
  record ClassUse(String owner) implements LinkReference {
    @Override
    public String toString() {
      return "class " + owner.replace('/', '.');
    }
  }

  /** That the class can be instantiated. */
  record Instantiation(String owner) implements LinkReference {
    @Override
    public String toString() {
      return "class " + owner.replace('/', '.') + " that is not abstract";
    }
  }

  /** That the class can be extended, or implemented. */
  record Extension(String owner, boolean asInterface) implements LinkReference {
    @Override
    public String toString() {
      return (asInterface ? "interface " : "class that is not final ") + owner.replace('/', '.');
    }
  }

  /** That there is a field. */
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

  /** That there is a method. */
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
   * That the method is the only abstract one of an interface, so that a lambda can stand for it.
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
