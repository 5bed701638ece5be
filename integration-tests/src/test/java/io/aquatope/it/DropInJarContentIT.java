/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar is harmless on an invoker's class path. */
final class DropInJarContentIT {

  private static final Path JAR = Path.of(System.getProperty("aquatope.jar", ""));

  private static List<String> names = List.of();

  @BeforeAll
  static void readNames() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      names = jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  @Test
  void isSmallerThan15Megabytes() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(15_000_000);
  }

  @Test
  void hasOnlyClassesOfItsOwnPackages() {
    assertThat(names)
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("io/aquatope/"));
  }

  @Test
  void hasTheEntryPoint() {
    assertThat(names).contains("io/aquatope/invoker/AquatopeInvokerProvider$.class");
  }

  @Test
  void changesNoOneElsesServicesLoggingOrConfiguration() {
    assertThat(names)
        .noneMatch(name -> name.startsWith("META-INF/services/"))
        .doesNotContain("application.conf", "logback.xml", "logback-test.xml");
  }

  @Test
  void configuresNothingOutsideItsSection() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String reference =
          new String(
              jar.getInputStream(jar.getEntry("reference.conf")).readAllBytes(),
              StandardCharsets.UTF_8);
      Config all = ConfigFactory.parseString(reference);
      assertThat(all.root().keySet()).containsExactly("whisk");
      assertThat(all.getConfig("whisk").root().keySet()).containsExactly("aquatope");
    }
  }

  @Test
  void hasTheLicensesOfWhatItShips() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0");
      String notice = text(jar, "META-INF/NOTICE");
      for (String library :
          List.of("Commons Math", "ECharts", "ASM", "EJML", "Guava", "Jackson", "picocli")) {
        assertThat(notice).contains(library);
      }
      Matcher file = Pattern.compile("META-INF/licenses/[\\w-]+\\.txt").matcher(notice);
      while (file.find()) {
        assertThat(text(jar, file.group())).isNotBlank();
      }
    }
  }

  /** Otherwise two builds of one commit would give two jars. */
  @Test
  void datesItsClassesByThePomAndNotByTheClock() throws IOException {
    LocalDateTime time =
        LocalDateTime.ofInstant(
            Instant.parse(System.getProperty("aquatope.jar.time", "")), ZoneOffset.UTC);
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream())
          .filteredOn(entry -> entry.getName().startsWith("io/aquatope/"))
          .filteredOn(entry -> !entry.getName().startsWith("io/aquatope/shaded/"))
          .isNotEmpty()
          .allSatisfy(entry -> assertThat(entry.getTimeLocal()).isEqualTo(time));
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    assertThat(names).contains(name);
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
