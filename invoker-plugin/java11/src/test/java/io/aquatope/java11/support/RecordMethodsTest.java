/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The methods against those that the Java of the build links for its records. */
final class RecordMethodsTest {

  private static final String NAMES = "small;wide;single;real;letter;flag;text";
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType EQUALS =
      MethodType.methodType(boolean.class, Components.class, Object.class);
  private static final MethodType HASH = MethodType.methodType(int.class, Components.class);
  private static final MethodType TEXT = MethodType.methodType(String.class, Components.class);

  @Property(tries = 200)
  void hashesAndTextsAreThoseOfRecords(@ForAll("components") Components one) throws Throwable {
    assertThat(ours("hashCode", HASH).invoke(one))
        .isEqualTo(platform("hashCode", HASH).invoke(one));
    assertThat(ours("toString", TEXT).invoke(one))
        .isEqualTo(platform("toString", TEXT).invoke(one));
  }

  @Property(tries = 200)
  void equalityIsThatOfRecords(
      @ForAll("components") Components one, @ForAll("components") Components other)
      throws Throwable {
    Object[] others = {one, other, one.copy(), null, "text"};
    for (Object each : others) {
      assertThat(ours("equals", EQUALS).invoke(one, each))
          .isEqualTo(platform("equals", EQUALS).invoke(one, each));
    }
    assertThat((boolean) ours("equals", EQUALS).invoke(one, (Object) one.copy())).isTrue();
  }

  /** Few values, so that pairs are often equal in some components. */
  @Provide
  Arbitrary<Components> components() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.longs().between(-1, 1),
            Arbitraries.of(Float.NaN, -0f, 0f, 1.5f, Float.MIN_VALUE),
            Arbitraries.of(Double.NaN, -0.0, 0.0, 1e300, Double.NEGATIVE_INFINITY),
            Arbitraries.of('a', '\u00e9'),
            Arbitraries.of(true, false),
            Arbitraries.strings().alpha().ofMaxLength(2).injectNull(0.3))
        .as(Components::new);
  }

  private static MethodHandle ours(String method, MethodType type)
      throws ReflectiveOperationException {
    return RecordMethods.bootstrap(LOOKUP, method, type, Components.class, NAMES, getters())
        .getTarget();
  }

  private static MethodHandle platform(String method, MethodType type)
      throws ReflectiveOperationException {
    Method bootstrap =
        Stream.of(Class.forName("java.lang.runtime.ObjectMethods").getMethods())
            .filter(each -> each.getName().equals("bootstrap"))
            .findFirst()
            .orElseThrow();
    CallSite site =
        (CallSite) bootstrap.invoke(null, LOOKUP, method, type, Components.class, NAMES, getters());
    return site.getTarget();
  }

  private static MethodHandle[] getters() throws ReflectiveOperationException {
    return new MethodHandle[] {
      getter("small", int.class),
      getter("wide", long.class),
      getter("single", float.class),
      getter("real", double.class),
      getter("letter", char.class),
      getter("flag", boolean.class),
      getter("text", String.class)
    };
  }

  private static MethodHandle getter(String name, Class<?> type)
      throws ReflectiveOperationException {
    return LOOKUP.findGetter(Components.class, name, type);
  }

  /** Fields as a record has them. */
  static final class Components {

    private final int small;
    private final long wide;
    private final float single;
    private final double real;
    private final char letter;
    private final boolean flag;
    private final @Nullable String text;

    Components(
        int small,
        long wide,
        float single,
        double real,
        char letter,
        boolean flag,
        @Nullable String text) {
      this.small = small;
      this.wide = wide;
      this.single = single;
      this.real = real;
      this.letter = letter;
      this.flag = flag;
      this.text = text;
    }

    Components copy() {
      return new Components(small, wide, single, real, letter, flag, text);
    }

    @Override
    public String toString() {
      return Arrays.asList(small, wide, single, real, letter, flag, text).toString();
    }
  }
}
