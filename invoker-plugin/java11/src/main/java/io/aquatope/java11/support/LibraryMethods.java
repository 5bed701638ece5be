/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Methods of the Java 17 library that Java 11 lacks, as static methods. The receiver is the first
 * parameter.
 */
public final class LibraryMethods {

  private LibraryMethods() {}

  /** {@code String.formatted}, since Java 15. */
  public static String formatted(String format, Object[] arguments) {
    return String.format(format, arguments);
  }

  /** {@code Stream.toList}, since Java 16: an unmodifiable list that may have nulls. */
  @SuppressWarnings("unchecked")
  public static <T> List<T> toList(Stream<T> stream) {
    return (List<T>) Collections.unmodifiableList(new ArrayList<>(Arrays.asList(stream.toArray())));
  }
}
