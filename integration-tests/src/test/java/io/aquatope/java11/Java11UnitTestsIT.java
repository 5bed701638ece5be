/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The unit tests of the modules on a Java 11, with Akka. They, the modules and the declarations of
 * OpenWhisk are translated as the jar is. The libraries keep their own names.
 */
@Requires(Engine.JAVA11)
class Java11UnitTestsIT {

  private static final String CONSOLE = "org.junit.platform.console.ConsoleLauncher";

  /** Libraries whose class files are newer than Java 11. */
  private static final Pattern NEWER = Pattern.compile("fastcsv-.*\\.jar");

  @TempDir private static Path scratch;

  private static final List<Path> CLASS_PATH = new ArrayList<>();

  @BeforeAll
  static void translate() throws IOException, URISyntaxException {
    for (ModuleTests module : ModuleTests.values()) {
      translate(module.folder().resolve("target/classes"), module + "-classes");
      Path tests = scratch.resolve(module + "-tests");
      new ClassFolder(module.folder().resolve("target/test-classes"))
          .translate(module::isIncluded, tests);
      // Those of the pool and of the kit have classes that tests of other modules use.
      CLASS_PATH.add(tests);
    }
    translate(ClassFolder.of(WhiskAction.class), "signatures");
    for (Path library :
        JavaRuntime.paths(
            Files.readString(Path.of(System.getProperty("aquatope.unit-tests.classpath", ""))))) {
      if (NEWER.matcher(library.getFileName().toString()).matches()) {
        translate(library, library.getFileName().toString());
      } else {
        CLASS_PATH.add(library);
      }
    }
  }

  private static void translate(Path classes, String name) throws IOException {
    Path translated = scratch.resolve(name);
    if (Files.isDirectory(classes)) {
      new ClassFolder(classes).translate(file -> true, translated);
    } else {
      AkkaJar.main(new String[] {classes.toString(), translated.toString()});
    }
    CLASS_PATH.add(translated);
  }

  @ParameterizedTest
  @EnumSource
  void unitTestsSucceed(ModuleTests module) throws IOException, InterruptedException {
    String report =
        JavaRuntime.eleven(CLASS_PATH)
            .in(module.folder())
            .run(
                CONSOLE,
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=summary",
                "--include-classname=.*Test",
                "--scan-classpath=" + scratch.resolve(module + "-tests"));

    System.out.printf(
        "%s on Java 11: %s tests, %s skipped, without %s%n",
        module, count(report, "successful"), count(report, "skipped"), module.excluded());
    assertThat(count(report, "failed")).isZero();
    assertThat(count(report, "successful")).as(report).isGreaterThanOrEqualTo(module.least());
  }

  private static int count(String report, String kind) {
    Matcher line = Pattern.compile("\\[ *(\\d+) tests " + kind + " *\\]").matcher(report);
    assertThat(line.find()).as(report).isTrue();
    return Integer.parseInt(line.group(1));
  }
}
