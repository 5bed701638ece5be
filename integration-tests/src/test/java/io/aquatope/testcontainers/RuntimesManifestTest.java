/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

class RuntimesManifestTest {

  @Test
  void theFirstKindOfAFamilyIsItsDefault() throws Exception {
    RuntimesManifest runtimes =
        RuntimesManifest.NONE
            .with("python:3", DockerImageName.parse("openwhisk/action-python-v3.12:nightly"))
            .with("python:2", DockerImageName.parse("old-python"));

    JsonNode python = new ObjectMapper().readTree(runtimes.json()).at("/runtimes/python");

    assertThat(python).hasSize(2);
    assertThat(python.at("/0/kind").asText()).isEqualTo("python:3");
    assertThat(python.at("/0/default").asBoolean()).isTrue();
    assertThat(python.at("/1/default").asBoolean()).isFalse();
  }

  @Test
  void anImageIsTakenApartAsOpenWhiskPutsItTogether() throws Exception {
    RuntimesManifest runtimes =
        RuntimesManifest.NONE
            .with("a:1", DockerImageName.parse("registry.example:5000/team/runtime:7"))
            .with("b:1", DockerImageName.parse("plain"));

    JsonNode manifest = new ObjectMapper().readTree(runtimes.json());

    JsonNode image = manifest.at("/runtimes/a/0/image");
    assertThat(image.path("prefix").asText()).isEqualTo("registry.example:5000/team");
    assertThat(image.path("name").asText()).isEqualTo("runtime");
    assertThat(image.path("tag").asText()).isEqualTo("7");
    JsonNode plain = manifest.at("/runtimes/b/0/image");
    assertThat(plain.has("prefix")).isFalse();
    assertThat(plain.path("tag").asText()).isEqualTo("latest");
  }

  @Test
  void aKindWithoutAVersionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuntimesManifest.NONE.with("python", DockerImageName.parse("x")))
        .withMessageContaining("'python'")
        .withMessageContaining("FAMILY:VERSION");
  }
}
