/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11.support;

import static java.lang.invoke.MethodHandles.constant;
import static java.lang.invoke.MethodHandles.dropArguments;
import static java.lang.invoke.MethodHandles.filterArguments;
import static java.lang.invoke.MethodHandles.filterReturnValue;
import static java.lang.invoke.MethodHandles.guardWithTest;
import static java.lang.invoke.MethodHandles.permuteArguments;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * The methods {@code equals}, {@code hashCode} and {@code toString} of records, which {@code
 * java.lang.runtime.ObjectMethods} provides since Java 16. They give the same results: a hash code
 * decides about the order of hash maps, and so about figures. Primitive components are compared and
 * hashed as their wrappers.
 */
@SuppressWarnings("UnusedMethod") // method handles call them
public final class RecordMethods {

  private static final MethodHandles.Lookup OWN = MethodHandles.lookup();
  private static final MethodHandle SAME = own("same", boolean.class, Object.class, Object.class);
  private static final MethodHandle COMBINED = own("combined", int.class, int.class, int.class);
  private static final MethodHandle EQUAL =
      handle(Objects.class, "equals", boolean.class, Object.class, Object.class);
  private static final MethodHandle HASH =
      handle(Objects.class, "hashCode", int.class, Object.class);

  private RecordMethods() {}

  /**
   * Links one of the three methods of a record.
   *
   * @param names the names of the components, with semicolons between them
   * @param getters one handle for each component
   * @throws IllegalArgumentException if the method is none of the three
   */
  public static CallSite bootstrap(
      MethodHandles.Lookup lookup,
      String method,
      MethodType type,
      Class<?> recordClass,
      String names,
      MethodHandle... getters) {
    MethodHandle target;
    switch (method) {
      case "equals":
        target = equality(recordClass, getters);
        break;
      case "hashCode":
        target = hashCode(recordClass, getters);
        break;
      case "toString":
        target = toString(recordClass, names, getters);
        break;
      default:
        throw new IllegalArgumentException("not a method of a record: " + method);
    }
    return new ConstantCallSite(target.asType(type));
  }

  private static MethodHandle equality(Class<?> recordClass, MethodHandle[] getters) {
    MethodType pair = methodType(boolean.class, recordClass, recordClass);
    MethodHandle unequal = dropArguments(constant(boolean.class, false), 0, pair.parameterList());
    MethodHandle equal = dropArguments(constant(boolean.class, true), 0, pair.parameterList());
    for (int i = getters.length - 1; i >= 0; i--) {
      Class<?> type = getters[i].type().returnType();
      MethodHandle components =
          filterArguments(
              EQUAL.asType(methodType(boolean.class, type, type)), 0, getters[i], getters[i]);
      equal = guardWithTest(components, equal, unequal);
    }
    MethodType mixed = methodType(boolean.class, recordClass, Object.class);
    MethodHandle isInstance =
        handle(Class.class, "isInstance", boolean.class, Object.class).bindTo(recordClass);
    MethodHandle ofOneClass =
        guardWithTest(
            dropArguments(isInstance, 0, recordClass),
            equal.asType(mixed),
            dropArguments(constant(boolean.class, false), 0, mixed.parameterList()));
    return guardWithTest(
        SAME.asType(mixed),
        dropArguments(constant(boolean.class, true), 0, mixed.parameterList()),
        ofOneClass);
  }

  private static MethodHandle hashCode(Class<?> recordClass, MethodHandle[] getters) {
    MethodHandle sum = dropArguments(constant(int.class, 0), 0, recordClass);
    for (MethodHandle getter : getters) {
      Class<?> type = getter.type().returnType();
      MethodHandle component = filterReturnValue(getter, HASH.asType(methodType(int.class, type)));
      sum =
          permuteArguments(
              filterArguments(COMBINED, 0, sum, component),
              methodType(int.class, recordClass),
              0,
              0);
    }
    return sum;
  }

  private static MethodHandle toString(Class<?> recordClass, String names, MethodHandle[] getters) {
    MethodHandle[] values = new MethodHandle[getters.length];
    for (int i = 0; i < getters.length; i++) {
      values[i] = getters[i].asType(methodType(Object.class, Object.class));
    }
    String[] named = names.isEmpty() ? new String[0] : names.split(";", -1);
    MethodHandle text =
        own("text", String.class, String.class, String[].class, MethodHandle[].class, Object.class);
    return MethodHandles.insertArguments(text, 0, recordClass.getSimpleName(), named, values)
        .asType(methodType(String.class, recordClass));
  }

  private static String text(String name, String[] names, MethodHandle[] values, Object instance)
      throws Throwable {
    StringBuilder text = new StringBuilder(name).append('[');
    for (int i = 0; i < names.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names[i]).append('=');
      text.append((Object) values[i].invokeExact(instance));
    }
    return text.append(']').toString();
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Object one, Object other) {
    return one == other;
  }

  private static int combined(int sum, int component) {
    return 31 * sum + component;
  }

  private static MethodHandle own(String name, Class<?> result, Class<?>... parameters) {
    try {
      return OWN.findStatic(RecordMethods.class, name, methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static MethodHandle handle(
      Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    MethodType type = methodType(result, parameters);
    try {
      return owner == Class.class
          ? OWN.findVirtual(owner, name, type)
          : OWN.findStatic(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(owner + "." + name, e);
    }
  }
}
