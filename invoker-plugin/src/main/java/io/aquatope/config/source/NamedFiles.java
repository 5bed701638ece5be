/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.aquatope.config.ConfigCheck;
import io.aquatope.config.ConfigProblem;
import io.aquatope.cpu.limit.CpuSettings;
import io.aquatope.exchange.join.WorkflowsFile;
import io.aquatope.exchange.workflow.TuneSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Check of the files that a configuration names: the CPU limits and the workflows. */
final class NamedFiles {

  private static final String LIMITS = "whisk.aquatope.cpu.limits-file";
  private static final String WORKFLOWS = "whisk.aquatope.hub.workflows";

  private final FileContents files;
  private final Config config;
  private final List<ConfigProblem> problems = new ArrayList<>();

  private NamedFiles(Config config, FileContents files) {
    this.config = config;
    this.files = files;
  }

  static List<ConfigProblem> problems(Config config, FileContents files) {
    NamedFiles named = new NamedFiles(config, files);
    named.check(LIMITS, NamedFiles::limits);
    named.check(WORKFLOWS, named::workflows);
    return named.problems;
  }

  private void check(String key, BiConsumer<String, String> reader) {
    String name;
    try {
      name = config.hasPath(key) ? config.getString(key) : "";
    } catch (ConfigException e) {
      return; // The check of the keys says so.
    }
    if (name.isEmpty()) {
      return;
    }
    try {
      reader.accept(files.text(name), name);
    } catch (IOException | IllegalArgumentException | ConfigException e) {
      String message = String.valueOf(e.getMessage());
      problems.add(
          new ConfigProblem(key, message.contains(name) ? message : name + ": " + message));
    }
  }

  private static void limits(String text, String name) {
    CpuSettings.checkRules(
        ConfigFactory.parseString(text, ConfigParseOptions.defaults().setOriginDescription(name))
            .resolve());
  }

  private void workflows(String text, String name) {
    var unused = WorkflowsFile.parse(text, name, TuneSettings.of(rules()).rules());
  }

  /** The configuration's rules of tuning, or the defaults if they are bad. */
  private Config rules() {
    Config complete = ConfigCheck.withDefaults(config);
    try {
      var unused = TuneSettings.of(complete);
      return complete;
    } catch (ConfigException e) {
      return ConfigCheck.withDefaults(ConfigFactory.empty());
    }
  }
}
