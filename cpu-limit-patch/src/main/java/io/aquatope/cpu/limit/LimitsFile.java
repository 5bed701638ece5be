/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.typesafe.config.ConfigFactory;
import io.aquatope.file.WatchedFile;
import io.aquatope.thread.FailureGuard;
import io.aquatope.thread.PeriodicTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file with an operator's rules that is read again when its text changes. While it is missing or
 * faulty, the rules read before stay in force.
 */
public final class LimitsFile {

  private final WatchedFile file;
  private final CpuEvents events;
  private final Consumer<List<LimitRule>> listener;
  private final Consumer<Throwable> failures;

  public LimitsFile(Path file, CpuEvents events, Consumer<List<LimitRule>> listener) {
    this.file = new WatchedFile(file, this::read, events::reloadFailed);
    this.events = events;
    this.listener = listener;
    this.failures = failure -> events.reloadFailed(file + ": " + failure);
  }

  /** Reads the file now, and checks it again after each interval. */
  public PeriodicTask watch(Duration interval) {
    look();
    return PeriodicTask.start("aquatope-cpu-limits", interval, file::look, failures);
  }

  void look() {
    new FailureGuard(failures).attempt(file::look);
  }

  private void read(String text) {
    List<LimitRule> rules = LimitSources.rules(ConfigFactory.parseString(text).resolve());
    listener.accept(rules);
    events.reloaded(rules.size());
  }
}
