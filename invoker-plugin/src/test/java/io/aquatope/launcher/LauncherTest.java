/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in small jars, by the Java of this test. */
final class LauncherTest {

  private static final int JAVA_8 = 52;
  private static final String CLASS = "io/aquatope/launcher/Launcher.class";

  @TempDir private Path folder;

  @Test
  void itIsReadableForJava8() throws IOException {
    try (DataInputStream in = new DataInputStream(launcher())) {
      in.skipBytes(6);

      assertThat(in.readUnsignedShort()).isEqualTo(JAVA_8);
    }
  }

  @Test
  void onAnOlderJavaItSaysWhichOneTheJarNeedsAndWhichJarRuns() throws Exception {
    Ended ended = run("99", "pekko");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output())
        .containsOnlyOnce("\n")
        .contains("this jar needs Java 99 or later, and this is Java " + java())
        .contains("aquatope-invoker-plugin-akka.jar runs on this Java");
  }

  @Test
  void theJarForTheOldestJavaNamesNoOther() throws Exception {
    Ended ended = run("99", "akka");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).contains("needs Java 99").doesNotContain("aquatope-invoker-plugin");
  }

  /** The small jar has no command, which is what the launcher looks for next. */
  @Test
  void onTheRequiredJavaTheCommandStarts() throws Exception {
    Ended ended = run(Integer.toString(java()), "pekko");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).contains("ClassNotFoundException: io.aquatope.cli.Main");
  }

  private Ended run(String requiredJava, String actors) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar(requiredJava, actors).toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private Path jar(String requiredJava, String actors) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "io.aquatope.launcher.Launcher");
    attributes.putValue("Aquatope-Java", requiredJava);
    attributes.putValue("Aquatope-Actors", actors);
    Path file = folder.resolve("small.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream launcher = launcher()) {
      jar.putNextEntry(new JarEntry(CLASS));
      launcher.transferTo(jar);
    }
    return file;
  }

  private static InputStream launcher() {
    return Objects.requireNonNull(Launcher.class.getResourceAsStream("/" + CLASS));
  }

  private static int java() {
    return Runtime.version().feature();
  }

  private record Ended(int code, String output) {}
}
