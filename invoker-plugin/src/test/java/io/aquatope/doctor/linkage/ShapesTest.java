/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import static io.aquatope.whisk.WhiskFeature.ACKNOWLEDGEMENT_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.aquatope.cpu.CpuControl;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import io.aquatope.doctor.classpath.ShapeFile;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.whisk.WhiskFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The project's classes and the features, against the committed shapes of several OpenWhisks. */
final class ShapesTest {

  /** An OpenWhisk with its features, and the names of its actors. */
  @SuppressWarnings("ImmutableEnumChecker") // a test's constants, which nothing changes
  private enum Build {
    MASTER("master", UnaryOperator.identity(), EnumSet.allOf(WhiskFeature.class)),
    RELEASE_2("2.0.0", AkkaNames::in, EnumSet.complementOf(EnumSet.of(ACKNOWLEDGEMENT_MESSAGE))),
    CHART("ef725a6", AkkaNames::in, EnumSet.noneOf(WhiskFeature.class));

    private final Path shapes;
    private final UnaryOperator<byte[]> names;
    private final Set<WhiskFeature> features;

    Build(String name, UnaryOperator<byte[]> names, Set<WhiskFeature> features) {
      this.shapes = shapesOf(name);
      this.names = names;
      this.features = features;
    }
  }

  @TempDir private Path folder;

  private static Path shapesOf(String name) {
    return Path.of("src/test/resources/openwhisk", name + ShapeFile.SUFFIX);
  }

  @ParameterizedTest
  @EnumSource(Build.class)
  void theClassesLinkWithTheFeaturesThatAreThere(Build build) throws Exception {
    LinkageReport report =
        new LinkageCheck(ClassPath.of(List.of(plugin(build.names))), openWhisk(build)).check();

    assertThat(report.problems()).isEmpty();
    assertThat(report.references()).isGreaterThan(500);
    assertThat(report.leftOut()).isZero();
    assertThat(report.features()).isEqualTo(build.features);
  }

  @Test
  void whatTheFirstReleaseLacksIsSaid() throws Exception {
    LinkageReport report =
        new LinkageCheck(
                ClassPath.of(List.of(plugin(AkkaNames::in))),
                ClassPath.of(List.of(shapesOf("1.0.0"))))
            .check();

    assertThat(report.problems())
        .extracting(LinkageProblem::expected)
        .anyMatch(expected -> expected.contains("core.invoker.Invoker$.topicPrefix()"))
        .anyMatch(expected -> expected.contains("core.connector.PingMessage.<init>"))
        .noneMatch(expected -> expected.contains("AcknowledgementMessage"));
  }

  /** The Java virtual machine loads classes to verify code, whether or not the code ever runs. */
  @ParameterizedTest
  @EnumSource(Build.class)
  void theJavaVirtualMachineVerifiesTheClasses(Build build) throws Exception {
    Map<String, byte[]> classFiles = new HashMap<>();
    ClassPath plugin = ClassPath.of(List.of(plugin(build.names)));
    for (String name : plugin.classNames()) {
      classFiles.put(name, plugin.bytes(name));
    }
    ShapeLoader loader = loader(ShapeFile.read(build.shapes), classFiles);

    for (String name : classFiles.keySet()) {
      if (!name.endsWith("/package-info")) {
        // Asking for its fields has the machine link a class without initialising it.
        assertThat(loader.loadClass(name.replace('/', '.')).getDeclaredFields()).isNotNull();
      }
    }
    assertThat(classFiles.size()).isGreaterThan(900);
  }

  @ParameterizedTest
  @EnumSource(Build.class)
  void aRunningInvokerFindsTheSameFeatures(Build build) throws Exception {
    ShapeLoader loader = loader(ShapeFile.read(build.shapes), Map.of());

    for (WhiskFeature feature : WhiskFeature.values()) {
      assertThat(feature.isIn(loader))
          .as("%s", feature)
          .isEqualTo(build.features.contains(feature));
    }
  }

  /** A build between two releases has some features and not others. */
  @ParameterizedTest
  @EnumSource(WhiskFeature.class)
  void eachFeatureIsFoundByItself(WhiskFeature absent) throws Exception {
    List<ClassShape> shapes = new ArrayList<>();
    for (ClassShape shape : ShapeFile.read(Build.MASTER.shapes)) {
      if (shape.name().equals(absent.owner()) && absent.isToldByClass()) {
        continue;
      }
      shape
          .methods()
          .removeIf(
              method ->
                  shape.name().equals(absent.owner())
                      ? absent.isTold(method.name(), method.descriptor())
                      : absent.isToldByClass()
                          && method.descriptor().contains("L" + absent.owner() + ";"));
      shapes.add(
          absent.owner().equals(shape.superName())
              ? new ClassShape(
                  shape.name(),
                  shape.access(),
                  "java/lang/Object",
                  shape.interfaces(),
                  shape.fields(),
                  shape.methods())
              : shape);
    }
    ShapeLoader loader = loader(shapes, Map.of());
    Path file = folder.resolve("other" + ShapeFile.SUFFIX);
    ShapeFile.write(file, shapes);

    for (WhiskFeature feature : WhiskFeature.values()) {
      assertThat(feature.isIn(loader)).as("%s", feature).isEqualTo(feature != absent);
    }
    assertThat(
            new LinkageCheck(ClassPath.of(List.of()), ClassPath.of(List.of(file)))
                .check()
                .features())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(absent)));
  }

  @Test
  void withoutAnOpenWhiskNoFeatureIsPresent() {
    for (WhiskFeature feature : WhiskFeature.values()) {
      assertThat(feature.isIn(ClassLoader.getPlatformClassLoader())).isFalse();
    }
  }

  @Test
  void shapesAreReadAsTheyWereWritten() throws IOException {
    List<ClassShape> shapes = ShapeFile.read(Build.MASTER.shapes);
    Path copy = folder.resolve("copy" + ShapeFile.SUFFIX);

    ShapeFile.write(copy, shapes);

    assertThat(ShapeFile.read(copy)).isEqualTo(shapes);
    assertThat(Files.readAllBytes(copy)).isEqualTo(Files.readAllBytes(Build.MASTER.shapes));
  }

  @Test
  void aFileThatHasNoShapesIsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("bad" + ShapeFile.SUFFIX);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a/B 21 java/lang/Object \n  m zz run ()V\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> ClassPath.of(List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad.shapes.gz")
        .hasMessageContaining("line 2");
  }

  private static ShapeLoader loader(List<ClassShape> shapes, Map<String, byte[]> classFiles) {
    return new ShapeLoader(new Libraries(), shapes, classFiles);
  }

  private static ClassPath openWhisk(Build build) throws IOException {
    return ClassPath.of(List.of(build.shapes));
  }

  /** The classes of all modules, with other names of the actors. */
  private Path plugin(UnaryOperator<byte[]> names) throws IOException, URISyntaxException {
    List<Path> places = new ArrayList<>();
    for (Class<?> ofModule :
        List.of(
            LinkageCheck.class,
            CpuControl.class,
            WhiskFeature.class,
            PoolPolicy.class,
            Replay.class,
            PredictiveDistribution.class)) {
      places.add(Path.of(ofModule.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    ClassPath classes = ClassPath.of(places);
    Path jar = folder.resolve("plugin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : classes.classNames()) {
        out.putNextEntry(new JarEntry(name + ".class"));
        out.write(names.apply(classes.bytes(name)));
      }
    }
    return jar;
  }

  /** The libraries of the tests without OpenWhisk, Pekko and this project. */
  private static final class Libraries extends ClassLoader {

    Libraries() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/');
      if (LinkageCheck.isOurs(file)
          || file.startsWith("org/apache/pekko/")
          || file.startsWith("org/apache/openwhisk/")) {
        throw new ClassNotFoundException(name);
      }
      return Class.forName(name, false, Hashing.class.getClassLoader());
    }
  }
}
