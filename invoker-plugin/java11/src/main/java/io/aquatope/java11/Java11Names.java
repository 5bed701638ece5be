/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import org.objectweb.asm.commons.Remapper;

/**
 * Names of Akka for names of Pekko, in classes, descriptors and constants that begin with a
 * package. Pekko began as a copy of Akka 2.6 under another name, so what the plugin uses of them is
 * the same.
 *
 * <p>Also {@code Object} for {@code Record}, the class that all records extend. The compiler names
 * it where it infers what two records have in common, as for an array of them.
 */
final class Java11Names extends Remapper {

  private static final String RECORD = "java/lang/Record";
  private static final String OBJECT = "java/lang/Object";

  private static final String PEKKO = "org/apache/pekko/";
  private static final String AKKA = "akka/";
  private static final String PEKKO_PACKAGE = "org.apache.pekko.";
  private static final String AKKA_PACKAGE = "akka.";

  Java11Names() {
    super(Java11Visitor.API);
  }

  @Override
  public String map(String internalName) {
    return internalName.equals(RECORD) ? OBJECT : renamed(internalName);
  }

  private static String renamed(String internalName) {
    return internalName.startsWith(PEKKO)
        ? AKKA + internalName.substring(PEKKO.length())
        : internalName;
  }

  @Override
  public Object mapValue(Object value) {
    if (!(value instanceof String)) {
      return super.mapValue(value);
    }
    String text = (String) value;
    return text.startsWith(PEKKO_PACKAGE)
        ? AKKA_PACKAGE + text.substring(PEKKO_PACKAGE.length())
        : renamed(text);
  }
}
