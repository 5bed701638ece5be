/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks that OpenWhisk's own role for invokers includes by {@code invoker_plugins}. */
@Requires(Engine.ANSIBLE)
class OpenWhiskRoleIT {

  @Test
  void theAdditionalVariablesWinOverThoseThatTheSchedulerBrings(@TempDir Path folder)
      throws IOException {
    Path tasks = Playbook.FOLDER.resolve("roles/aquatope/tasks/openwhisk.yml");
    Path play = folder.resolve("play.yml");
    Files.writeString(
        play,
        """
        - hosts: localhost
          gather_facts: false
          vars:
            invoker: {extraEnv: {PROVIDER: the plugin, OTHER: added}}
          tasks:
            - set_fact: {env: {PROVIDER: the scheduler, STAYS: as it was}}
            - include_tasks: %s
            - debug: {msg: "{{ env.PROVIDER }}, {{ env.OTHER }}, {{ env.STAYS }}"}
        """
            .formatted(tasks));

    Command.Result run =
        Command.run(
            folder,
            Map.of("ANSIBLE_NOCOLOR", "1", "ANSIBLE_LOCAL_TEMP", folder.resolve("tmp").toString()),
            List.of("ansible-playbook", play.toString()));

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output()).contains("the plugin, added, as it was");
  }
}
