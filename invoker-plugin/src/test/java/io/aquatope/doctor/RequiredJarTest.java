/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import static io.aquatope.doctor.linkage.Generated.aClass;
import static io.aquatope.doctor.linkage.Generated.aSubclass;
import static io.aquatope.doctor.linkage.Generated.anInterface;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.linkage.Generated;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class RequiredJarTest {

  private static final String AKKA = "akka/actor/";
  private static final String PEKKO = "org/apache/pekko/actor/";

  @TempDir private Path folder;

  @Test
  void theJarForTheSameActorsIsTheRequiredOne() throws IOException {
    assertThat(RequiredJar.problem(plugin(PEKKO), openWhisk(PEKKO))).isEmpty();
    assertThat(RequiredJar.problem(plugin(AKKA), openWhisk(AKKA))).isEmpty();
  }

  @Test
  void anOpenWhiskWithAkkaNeedsTheOtherJar() throws IOException {
    assertThat(RequiredJar.problem(plugin(PEKKO), openWhisk(AKKA)))
        .contains(
            "this OpenWhisk needs aquatope-invoker-plugin-akka.jar,"
                + " and the jar checked is aquatope-invoker-plugin.jar");
  }

  @Test
  void anOpenWhiskWithPekkoNeedsTheFirstJar() throws IOException {
    assertThat(RequiredJar.problem(plugin(AKKA), openWhisk(PEKKO)))
        .contains(
            "this OpenWhisk needs aquatope-invoker-plugin.jar,"
                + " and the jar checked is aquatope-invoker-plugin-akka.jar");
  }

  @Test
  void neitherJarIsForTheAkkaOfOpenWhisk1() throws IOException {
    ClassPath old = classPath("old.jar", aClass(AKKA + "ActorSystem"));

    assertThat(RequiredJar.problem(plugin(AKKA), old))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("not supported", "use OpenWhisk 2.0.0"));
  }

  @Test
  void librariesOfTwoOpenWhisksAreRefused() throws IOException {
    ClassPath mixed =
        classPath("mixed.jar", aClass(AKKA + "ActorSystem"), aClass(PEKKO + "ActorSystem"));

    assertThat(RequiredJar.problem(plugin(AKKA), mixed))
        .hasValueSatisfying(problem -> assertThat(problem).contains("both Akka and Pekko"));
  }

  @Test
  void withoutActorsNothingIsSaid() throws IOException {
    ClassPath other = classPath("other.jar", aClass("org/apache/openwhisk/Pool"));

    assertThat(RequiredJar.problem(plugin(AKKA), other)).isEmpty();
    assertThat(RequiredJar.problem(other, openWhisk(AKKA))).isEmpty();
  }

  @Test
  void theLibrariesInAFatJarCount() throws IOException {
    Path inner =
        Generated.jar(
            folder.resolve("inner.jar"),
            aClass(AKKA + "ActorSystem"),
            anInterface(AKKA + "ClassicActorSystemProvider"));
    Path fat = folder.resolve("fat.jar");
    try (OutputStream out = Files.newOutputStream(fat);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("org/springframework/boot/loader/JarLauncher.class"));
      jar.putNextEntry(new JarEntry("BOOT-INF/lib/inner.jar"));
      Files.copy(inner, jar);
    }

    ClassPath openWhisk = ClassPath.of(List.of(fat));

    assertThat(openWhisk.classNames())
        .containsExactlyInAnyOrder(AKKA + "ActorSystem", AKKA + "ClassicActorSystemProvider");
    assertThat(RequiredJar.problem(plugin(PEKKO), openWhisk)).isNotEmpty();
  }

  /** The second jar is made by renaming constants that begin so, and must know Pekko as well. */
  @Test
  void noConstantBeginsWithThePackageOfPekko() throws IOException {
    List<String> constants = new ArrayList<>();
    try (InputStream in = RequiredJar.class.getResourceAsStream("RequiredJar.class")) {
      new ClassReader(Objects.requireNonNull(in))
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLdcInsn(Object value) {
                      constants.add(value.toString());
                    }
                  };
                }
              },
              0);
    }

    assertThat(constants)
        .contains("pekko")
        .noneMatch(text -> text.startsWith("org/apache/pekko") || text.startsWith("org.apache"));
  }

  private ClassPath plugin(String actors) throws IOException {
    return classPath("plugin.jar", aSubclass("io/aquatope/Actor", actors + "AbstractActor"));
  }

  private ClassPath openWhisk(String actors) throws IOException {
    return classPath(
        "openwhisk.jar",
        aClass(actors + "ActorSystem"),
        anInterface(actors + "ClassicActorSystemProvider"));
  }

  private ClassPath classPath(String name, Generated... classes) throws IOException {
    return ClassPath.of(List.of(Generated.jar(folder.resolve(name), classes)));
  }
}
