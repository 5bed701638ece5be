/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The role's variables are all in one table. */
class VariablesIT {

  private static final Path ROLE = Playbook.FOLDER.resolve("roles").resolve("aquatope");

  /** Ansible takes it from the command line alone, so that it can have no default in a role. */
  private static final String OF_THE_PLAYBOOK = "aquatope_serial";

  @Test
  void theTableListsEachVariableThatHasADefaultAndNoOther() throws IOException {
    List<String> table = names("README.md", "^\\| `(aquatope_\\w+)` \\|");
    List<String> defaults = names("defaults/main.yml", "^(aquatope_\\w+):");

    assertThat(defaults).hasSizeGreaterThan(20);
    assertThat(table).filteredOn(name -> !name.equals(OF_THE_PLAYBOOK)).isEqualTo(defaults);
    assertThat(table).contains(OF_THE_PLAYBOOK);
  }

  @Test
  void whatAnsibleChecksAreVariablesOfTheTable() throws IOException {
    assertThat(names("README.md", "^\\| `(aquatope_\\w+)` \\|"))
        .containsAll(names("meta/argument_specs.yml", "^ +(aquatope_\\w+):"));
  }

  private static List<String> names(String file, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(ROLE.resolve(file)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
