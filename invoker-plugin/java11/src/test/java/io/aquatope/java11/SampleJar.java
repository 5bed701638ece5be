/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars of Java 17 for tests. */
final class SampleJar {

  private SampleJar() {}

  /** Compiles a source file whose class is named {@code Sample}, and packs its classes. */
  static Path compiled(Path folder, String... lines) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return String.join("\n", lines);
          }
        };
    boolean isCompiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                List.of("--release", "17", "-d", classes.toString(), "-proc:none"),
                null,
                List.of(source))
            .call();
    if (!isCompiled) {
      throw new IllegalArgumentException("the source does not compile");
    }
    Path jar = folder.resolve(classes.getFileName() + ".jar");
    try (ZipOutputStream out = withManifest(jar);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
        add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return jar;
  }

  /** A jar with a manifest, to which entries can be added. */
  static ZipOutputStream withManifest(Path jar) throws IOException {
    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    out.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
    manifest.write(out);
    out.closeEntry();
    return out;
  }

  static void add(ZipOutputStream out, String name, String text) throws IOException {
    add(out, name, text.getBytes(UTF_8));
  }

  static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  /** The result of {@code Sample.describe()} of a jar. */
  static String described(Path jar) throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      return (String) loader.loadClass("Sample").getMethod("describe").invoke(null);
    }
  }
}
