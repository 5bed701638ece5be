/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsFileTest {

  private static final String HALF = "limits = [ { actions = \"guest/*\", cores = 0.5 } ]";

  @TempDir private Path folder;

  private final List<List<LimitRule>> read = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Path file = Path.of("");
  private LimitsFile limits = new LimitsFile(file, CpuEvents.NONE, read::add);

  @BeforeEach
  void open() {
    file = folder.resolve("limits.conf");
    limits =
        new LimitsFile(
            file,
            new CpuEvents() {
              @Override
              public void reloadFailed(String problem) {
                problems.add(problem);
              }
            },
            read::add);
  }

  @Test
  void isReadAnewWhenItChangesAndOnlyThen() throws IOException {
    Files.writeString(file, HALF);
    limits.look();
    limits.look();
    Files.writeString(file, HALF.replace("0.5", "0.75"));
    limits.look();

    assertThat(read)
        .containsExactly(
            List.of(new LimitRule("guest/*", CpuLimit.parse("0.5"))),
            List.of(new LimitRule("guest/*", CpuLimit.parse("0.75"))));
    assertThat(problems).isEmpty();
  }

  @Test
  void aFaultyFileChangesNothingAndIsReportedOnceWithItsPlace() throws IOException {
    Files.writeString(file, "\n" + HALF.replace("0.5", "lots"));
    limits.look();
    limits.look();

    assertThat(read).isEmpty();
    assertThat(problems)
        .singleElement()
        .asString()
        .contains(file.toString(), "2", "limits.cores", "\"lots\" is not a number of cores");
  }

  @Test
  void aMissingFileIsReportedOnce() {
    limits.look();
    limits.look();
    assertThat(problems).singleElement().asString().contains(file.toString());
  }

  /** An exception that left the task would end the watch without a word. */
  @Test
  void aListenerThatFailsIsReportedAndTheFileStillWatched() throws IOException {
    LimitsFile fragile =
        new LimitsFile(
            file,
            new CpuEvents() {
              @Override
              public void reloadFailed(String problem) {
                problems.add(problem);
              }
            },
            rules -> {
              if (rules.isEmpty()) {
                throw new NoSuchMethodError("scripted");
              }
              read.add(rules);
            });
    Files.writeString(file, "limits = []");
    fragile.look();
    Files.writeString(file, HALF);
    fragile.look();
    assertThat(problems).singleElement().asString().contains(file.toString(), "scripted");
    assertThat(read).hasSize(1);
  }
}
