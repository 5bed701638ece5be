/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import com.google.common.base.CaseFormat;
import org.apache.openwhisk.spi.Spi;
import org.apache.openwhisk.spi.SpiLoader$;
import scala.reflect.ManifestFactory$;

/** Finds OpenWhisk's service providers. */
public final class SpiProviders {

  private SpiProviders() {}

  /** The provider that is configured under {@code whisk.spi}. */
  public static <T extends Spi> T configured(Class<T> type) {
    SpiLoader$ loader = SpiLoader$.MODULE$;
    return loader.get(ManifestFactory$.MODULE$.classType(type), loader.get$default$2());
  }

  /**
   * The provider with a given name, which another provider decorates: a Scala object.
   *
   * @param key configuration key of the name
   * @throws IllegalArgumentException if there is no such provider
   */
  public static <T extends Spi> T named(String key, String name, Class<T> type) {
    try {
      return type.cast(Class.forName(name + "$").getField("MODULE$").get(null));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(key + " = " + name + " is no " + words(type), e);
    }
  }

  private static String words(Class<?> type) {
    return CaseFormat.UPPER_CAMEL
        .to(CaseFormat.LOWER_UNDERSCORE, type.getSimpleName())
        .replace('_', ' ');
  }
}
