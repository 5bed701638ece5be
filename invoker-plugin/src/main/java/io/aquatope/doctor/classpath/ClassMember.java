/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import org.objectweb.asm.Opcodes;

/** Declaration of a field or method: its name, descriptor and access flags. */
public record ClassMember(String name, String descriptor, int access) {

  public boolean is(String otherName, String otherDescriptor) {
    return name.equals(otherName) && descriptor.equals(otherDescriptor);
  }

  public boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  public boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  public boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }
}
