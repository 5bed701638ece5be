/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The playbooks and the role, as the linters of the field see them. */
@Requires(Engine.ANSIBLE)
class LintIT {

  @Test
  void ansibleLintHasNothingToSay() {
    Command.Result result = lint("ansible-lint", "--offline", "--nocolor", "--strict");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("Passed with production profile");
  }

  @Test
  void yamllintHasNothingToSay() {
    Command.Result result = lint("yamllint", "--strict", ".");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).isEmpty();
  }

  private static Command.Result lint(String... command) {
    return Command.run(Playbook.FOLDER, Map.of(), List.of(command));
  }
}
