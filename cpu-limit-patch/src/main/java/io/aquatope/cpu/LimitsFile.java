/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file with an operator's rules that is read anew when its text changes. While it is missing or
 * faulty, what was read before stays in force.
 */
final class LimitsFile implements AutoCloseable {

  private final Path file;
  private final CpuEvents events;
  private final Consumer<List<LimitRule>> listener;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          new ThreadFactoryBuilder().setNameFormat("aquatope-cpu-limits").setDaemon(true).build());
  private String lastRead = "";

  LimitsFile(Path file, CpuEvents events, Consumer<List<LimitRule>> listener) {
    this.file = file;
    this.events = events;
    this.listener = listener;
  }

  /** Reads the file now and then looks at it again after each interval. */
  void watch(Duration interval) {
    look();
    var unused =
        clock.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void look() {
    try {
      String text = Files.readString(file);
      if (!text.equals(lastRead)) {
        lastRead = text;
        List<LimitRule> rules = CpuSettings.rules(ConfigFactory.parseString(text).resolve());
        listener.accept(rules);
        events.reloaded(rules.size());
      }
    } catch (IOException e) {
      complainOnce(e.toString());
    } catch (ConfigException e) {
      events.reloadFailed(file + ": " + e.getMessage());
    } catch (RuntimeException | Error e) {
      // Anything that got out of here would end the watch without a word.
      events.reloadFailed(file + ": " + e);
    }
  }

  private void complainOnce(String problem) {
    if (!problem.equals(lastRead)) {
      lastRead = problem;
      events.reloadFailed(problem);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
