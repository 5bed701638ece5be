/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import org.apache.openwhisk.spi.Spi;
import org.apache.openwhisk.spi.SpiLoader$;
import scala.reflect.ManifestFactory$;

/** Loads the implementations that are configured under {@code whisk.spi}. */
final class ConfiguredSpis {

  private ConfiguredSpis() {}

  static <T extends Spi> T get(Class<T> type) {
    SpiLoader$ loader = SpiLoader$.MODULE$;
    return loader.get(ManifestFactory$.MODULE$.classType(type), loader.get$default$2());
  }
}
