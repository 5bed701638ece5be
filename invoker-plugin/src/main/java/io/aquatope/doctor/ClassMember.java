/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import org.objectweb.asm.Opcodes;

/** Declaration of a field or method: its name, descriptor and access flags. */
record ClassMember(String name, String descriptor, int access) {

  boolean is(String otherName, String otherDescriptor) {
    return name.equals(otherName) && descriptor.equals(otherDescriptor);
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }
}
