/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.workflow.TuneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads of a workflows file that cannot be used. */
final class HubFileTest {

  private static final String VIDEO =
      "workflows = [ { name = video, qos = 2 s, stages { decode { action = guest/decode } } } ]";

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  /** The exception's text was parsed, and a key was reported that nobody had written. */
  @Test
  void aMissingFileIsReportedAsMissing() throws IOException {
    Path file = folder.resolve("workflows.conf");
    Hub hub = hub(file);
    hub.tick(0);
    hub.tick(60_000);

    assertThat(told)
        .containsExactly(
            "warning: the workflows stay as they were: java.nio.file.NoSuchFileException: " + file);

    Files.writeString(file, VIDEO);
    hub.tick(120_000);
    assertThat(told).last().isEqualTo("workflows: [video]");
  }

  @Test
  void aBadKeyIsReportedWithFileAndLine() throws IOException {
    Path file = Files.writeString(folder.resolve("workflows.conf"), VIDEO.replace("2 s", "soon"));
    Hub hub = hub(file);
    hub.tick(0);
    hub.tick(60_000);

    assertThat(told).singleElement().asString().contains(file + ": 1", "qos", "soon");
  }

  private Hub hub(Path file) {
    var config =
        ConfigFactory.parseMap(Map.of("whisk.aquatope.hub.workflows", file.toString()))
            .withFallback(ConfigFactory.parseResources("reference.conf"));
    return new Hub(
        new SenderIdentity("controller0", 1),
        (topic, message) -> CompletableFuture.completedFuture(topic),
        HubSettings.of(config),
        TuneSettings.of(config).rules(),
        new ExchangeEvents() {
          @Override
          public void told(String line) {
            told.add(line);
          }

          @Override
          public void warned(String line) {
            told.add("warning: " + line);
          }
        },
        JoinListener.NONE);
  }
}
