/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java, a class path, options and a folder, by which commands run in processes of their own. */
record JavaRuntime(Path home, List<Path> classPath, List<String> options, Path folder) {

  private static final int PATIENCE_MINUTES = 5;
  private static final Path HERE = Path.of("").toAbsolutePath();

  JavaRuntime {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }

  /** The Java that the tests run on. */
  static JavaRuntime ours(List<Path> classPath) {
    return new JavaRuntime(
        Path.of(System.getProperty("java.home", "")), classPath, List.of(), HERE);
  }

  /** The Java 11 of the option, which verifies all that it loads. */
  static JavaRuntime eleven(List<Path> classPath) {
    return new JavaRuntime(
        Path.of(System.getProperty("aquatope.java11", "")),
        classPath,
        List.of("-Xverify:all"),
        HERE);
  }

  /** The same, with processes that work in the folder. */
  JavaRuntime in(Path otherFolder) {
    return new JavaRuntime(home, classPath, options, otherFolder);
  }

  /** The files and folders of a class path. */
  static List<Path> paths(String classPath) {
    return Splitter.on(File.pathSeparatorChar)
        .omitEmptyStrings()
        .splitToStream(classPath.strip())
        .map(Path::of)
        .toList();
  }

  /** Runs a main class, and returns what it printed on its standard output. */
  String run(String main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xmx1g", "-Duser.language=en", "-Duser.timezone=UTC", "-cp"));
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(main);
    command.addAll(List.of(arguments));

    Path output = Files.createTempFile("aquatope-java11", ".out");
    Path errors = Files.createTempFile("aquatope-java11", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(main + " did not end in " + PATIENCE_MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "%s of %s ended with %s: %s%s"
                .formatted(
                    main,
                    home,
                    process.exitValue(),
                    Files.readString(errors, UTF_8),
                    Files.readString(output, UTF_8)));
      }
      return Files.readString(output, UTF_8);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
