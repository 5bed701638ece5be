/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the project's playbooks on a cluster. */
final class Playbook {

  /** Where the playbooks are. */
  static final Path FOLDER = Path.of("..", "ansible").toAbsolutePath().normalize();

  private static final Pattern RECAP =
      Pattern.compile(
          "^(\\S+)\\s+: ok=\\d+\\s+changed=(\\d+)\\s+unreachable=(\\d+)\\s+failed=(\\d+)\\s+"
              + "skipped=\\d+\\s+rescued=(\\d+).*$",
          Pattern.MULTILINE);

  private final Path inventory;

  Playbook(SimulatedDeployment cluster) {
    inventory = cluster.folder().resolve("hosts");
  }

  /** What came of one host, as in Ansible's recap. */
  record Recap(int changed, int unreachable, int failed, int rescued) {

    static final Recap UNCHANGED = new Recap(0, 0, 0, 0);
  }

  /**
   * @param status the exit status
   * @param recap the last lines, by host
   */
  record Run(int status, String output, Map<String, Recap> recap) {

    Recap of(SimulatedHost host) {
      Recap found = recap.get(host.name());
      if (found == null) {
        throw new IllegalStateException("nothing of " + host.name() + " in:\n" + output);
      }
      return found;
    }
  }

  Run preflight(String... options) {
    return run("preflight.yml", options);
  }

  Run deploy(String... options) {
    return run("deploy.yml", options);
  }

  Run rollback(String... options) {
    return run("rollback.yml", options);
  }

  private Run run(String playbook, String... options) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("ansible-playbook", "--inventory", inventory.toString(), playbook));
    words.addAll(Arrays.asList(options));
    long start = System.nanoTime();
    Command.Result result =
        Command.run(
            FOLDER,
            Map.of(
                "ANSIBLE_NOCOLOR", "1",
                "ANSIBLE_PIPELINING", "1",
                "ANSIBLE_LOCAL_TEMP", inventory.resolveSibling("tmp").toString(),
                "ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3"),
            words);
    Map<String, Recap> recap =
        RECAP
            .matcher(result.output())
            .results()
            .collect(Collectors.toMap(line -> line.group(1), Playbook::recap));
    System.out.printf(
        Locale.ROOT,
        "%s %s: %.1f s%n%s%n",
        playbook,
        String.join(" ", options),
        (System.nanoTime() - start) / 1e9,
        RECAP
            .matcher(result.output())
            .results()
            .map(line -> line.group())
            .collect(Collectors.joining("\n")));
    return new Run(result.status(), result.output(), recap);
  }

  private static Recap recap(MatchResult line) {
    return new Recap(number(line, 2), number(line, 3), number(line, 4), number(line, 5));
  }

  private static int number(MatchResult line, int group) {
    return Integer.parseInt(line.group(group));
  }
}
