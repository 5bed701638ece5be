/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the notice against the libraries that the build puts into the jar. */
final class NoticeTest {

  private static final Path NOTICE = Path.of("..", "NOTICE");
  private static final Path LICENSES = Path.of("src", "main", "resources", "META-INF", "licenses");
  private static final Pattern RELOCATED = Pattern.compile("<pattern>([^<]+)</pattern>");
  private static final Pattern FILE = Pattern.compile("META-INF/licenses/([\\w-]+\\.txt)");

  @Test
  void namesEachLibraryInTheJar() throws IOException {
    String notice = Files.readString(NOTICE);
    List<String> libraries = all(RELOCATED, Files.readString(Path.of("pom.xml")));
    assertThat(libraries).contains("com.fasterxml.jackson", "org.objectweb.asm");
    assertThat(libraries)
        .allSatisfy(library -> assertThat(notice).containsPattern("[( ]" + library + "[,)]"));
  }

  @Test
  void namesTheFilesThatThereAre() throws IOException {
    try (Stream<Path> files = Files.list(LICENSES)) {
      assertThat(all(FILE, Files.readString(NOTICE)))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
