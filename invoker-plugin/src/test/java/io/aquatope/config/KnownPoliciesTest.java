/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

final class KnownPoliciesTest {

  /** They have 246 kB of weights, and an invoker checks its configuration before anything else. */
  @Test
  void aNameIsCheckedWithoutLoadingNeuralNetworks() throws Exception {
    Loader loader = new Loader();
    Method factory =
        loader
            .loadClass("io.aquatope.config.AquatopeConfig")
            .getDeclaredMethod("factory", String.class);
    factory.setAccessible(true);
    assertThat(factory.invoke(null, "aquatope")).isNotNull();
    assertThat(factory.invoke(null, "aquatope:50")).isNotNull();
    assertThat(factory.invoke(null, "aquatope-paper")).isNotNull();
    assertThat(loader.hasLoaded("io.aquatope.config.KnownPolicies")).isTrue();
    assertThat(loader.hasLoaded("io.aquatope.models.network.GateNetwork")).isFalse();
    assertThat(loader.hasLoaded("io.aquatope.models.network.HybridBayesianNetwork")).isFalse();
  }

  /** Loads the plugin's classes once more, and can be asked which. */
  private static final class Loader extends ClassLoader {

    Loader() {
      super(KnownPolicies.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("io.aquatope.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    boolean hasLoaded(String name) {
      return findLoadedClass(name) != null;
    }
  }
}
