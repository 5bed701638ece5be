/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static io.aquatope.cli.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemCellOptionsTest {

  private static final String MANIFEST =
      """
      {"runtimes":{"nodejs":[{"kind":"nodejs:20","default":true,"image":{"name":"n"},\
      "stemCells":[{"initialCount":2,"memory":"256 MB","reactive":{"minCount":1,"maxCount":4,\
      "ttl":"2 minutes","threshold":1,"increment":1}}]}]},"blackboxes":[]}
      """;

  @TempDir private Path folder;

  /** Calls of one function, so far apart that its container is gone. */
  private Path records(String kind) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines
          .append("{\"activationId\":\"")
          .append(i)
          .append("\",\"namespace\":\"guest\",\"name\":\"f\",\"version\":\"0.0.1\",\"start\":")
          .append(1_700_000_000_000L + i * 1_200_000L)
          .append(",\"duration\":100,\"annotations\":[{\"key\":\"kind\",\"value\":\"")
          .append(kind)
          .append("\"}]}\n");
    }
    return Files.writeString(folder.resolve("records.jsonl"), lines);
  }

  private static JsonNode replay(Path records, String... more) throws IOException {
    String[] start = {"replay", "--format", "json", "--trace", records.toString()};
    String[] args = new String[start.length + more.length];
    System.arraycopy(start, 0, args, 0, start.length);
    System.arraycopy(more, 0, args, start.length, more.length);
    return new ObjectMapper().readTree(run(args).out());
  }

  @Test
  void openWhiskHasTheStemCellsOfTheManifest() throws IOException {
    Path manifest = Files.writeString(folder.resolve("runtimes.json"), MANIFEST);
    Path records = records("nodejs:20");

    JsonNode without = replay(records, "--policy", "openwhisk");
    JsonNode with =
        replay(records, "--policy", "openwhisk", "--runtimes-manifest", manifest.toString());

    assertThat(without.at("/results/0/coldStartSeconds").asDouble()).isGreaterThan(3);
    assertThat(with.at("/results/0/coldStartSeconds").asDouble())
        .isLessThan(without.at("/results/0/coldStartSeconds").asDouble() / 2);
    assertThat(without.at("/trace/assumptions").toString()).contains("are not known");
    assertThat(with.at("/trace/assumptions").toString())
        .contains("2 nodejs:20 with 256 MB (reactive 1 to 4); they can serve 1 of 1 functions");
  }

  @Test
  void actionsWithAnImageOfTheirOwnGetNone() throws IOException {
    JsonNode root =
        replay(records("blackbox"), "--policy", "openwhisk", "--policy", "openwhisk-reactive");

    assertThat(root.at("/results/1/coldStartSeconds").asDouble())
        .isEqualTo(root.at("/results/0/coldStartSeconds").asDouble());
    assertThat(root.at("/results/1/totalGbSeconds").asDouble())
        .isEqualTo(root.at("/results/0/totalGbSeconds").asDouble());
  }

  @Test
  void aFileThatIsNoManifestIsNamed() throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
    CommandLineFixture command =
        run(
            "replay",
            "--trace",
            records("nodejs:20").toString(),
            "--runtimes-manifest",
            other.toString());

    assertThat(command.exitCode()).isNotZero();
    assertThat(command.err()).contains(other + ": has no key 'runtimes'");
  }
}
