/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.typesafe.config.ConfigFactory;
import io.aquatope.file.WatchedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file with an operator's rules that is read again when its text changes. While it is missing or
 * faulty, the rules read before stay in force.
 */
public final class LimitsFile implements AutoCloseable {

  private final Path path;
  private final WatchedFile file;
  private final CpuEvents events;
  private final Consumer<List<LimitRule>> listener;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          new ThreadFactoryBuilder().setNameFormat("aquatope-cpu-limits").setDaemon(true).build());

  public LimitsFile(Path file, CpuEvents events, Consumer<List<LimitRule>> listener) {
    this.path = file;
    this.file = new WatchedFile(file, this::read, events::reloadFailed);
    this.events = events;
    this.listener = listener;
  }

  /** Reads the file now, and checks it again after each interval. */
  public void watch(Duration interval) {
    look();
    var unused =
        clock.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void look() {
    try {
      file.look();
    } catch (RuntimeException | Error e) {
      // An exception that escaped would end the watch silently.
      events.reloadFailed(path + ": " + e);
    }
  }

  private void read(String text) {
    List<LimitRule> rules = LimitSources.rules(ConfigFactory.parseString(text).resolve());
    listener.accept(rules);
    events.reloaded(rules.size());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
