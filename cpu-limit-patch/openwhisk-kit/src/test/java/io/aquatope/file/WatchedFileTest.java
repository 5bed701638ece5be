/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told, and when a text is handed over. */
final class WatchedFileTest {

  @TempDir private Path folder;

  private final List<String> read = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Path path = Path.of("");
  private WatchedFile file = new WatchedFile(path, read::add, problems::add);

  @BeforeEach
  void open() {
    path = folder.resolve("rules.conf");
    file =
        new WatchedFile(
            path,
            text -> {
              if (text.startsWith("bad")) {
                throw new IllegalArgumentException("line 1: a bad key");
              }
              if (text.startsWith("deep")) {
                throw new StackOverflowError();
              }
              read.add(text);
            },
            problems::add);
  }

  @Test
  void aTextIsHandedOverWhenItIsNewAndOnlyThen() throws IOException {
    write("a");
    write("a");
    write("b");

    assertThat(read).containsExactly("a", "b");
    assertThat(problems).isEmpty();
  }

  /** The text of the exception was handed over in place of the file's, and parsed. */
  @Test
  void aFileThatIsMissingIsReportedOnceAsMissing() throws IOException {
    file.look();
    file.look();

    assertThat(read).isEmpty();
    assertThat(problems).containsExactly("java.nio.file.NoSuchFileException: " + path);
    write("a");
    Files.delete(path);
    file.look();
    write("a");
    assertThat(read).containsExactly("a", "a");
    assertThat(problems).hasSize(2);
  }

  @Test
  void whatIsNoTextIsReportedOnce() throws IOException {
    Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    file.look();
    file.look();

    assertThat(read).isEmpty();
    assertThat(problems).singleElement().asString().contains(path.toString(), "Malformed");
  }

  @Test
  void aFolderOrAHugeFileIsReportedOnce() throws IOException {
    Files.createDirectory(path);
    file.look();
    file.look();
    assertThat(problems).hasSize(1);
    Files.delete(path);

    Files.writeString(path, "a".repeat(WatchedFile.MOST_BYTES + 1));
    file.look();
    file.look();
    assertThat(read).isEmpty();
    assertThat(problems).hasSize(2).last().asString().contains(path.toString(), "4000000 bytes");
  }

  @Test
  void aTextThatIsNotUnderstoodIsReportedOnceWithItsFile() throws IOException {
    write("bad");
    write("bad");
    write("deep");

    assertThat(problems)
        .containsExactly(path + ": line 1: a bad key", path + ": java.lang.StackOverflowError");
  }

  private void write(String text) throws IOException {
    Files.writeString(path, text, UTF_8);
    file.look();
  }
}
