/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** Images with names of files as OpenWhisk's images have them. */
@Requires(Engine.DOCKER)
class ActorLibraryIT {

  private static final byte[] EMPTY = {};

  private final List<DockerImageName> images = new ArrayList<>();

  @AfterEach
  void removeImages() {
    images.forEach(
        image ->
            DockerClientFactory.lazyClient().removeImageCmd(image.asCanonicalNameString()).exec());
  }

  @ParameterizedTest
  @CsvSource({
    "/controller/lib/akka-actor_2.12-2.6.12.jar, AKKA",
    "/invoker/lib/akka-actor_2.12-2.6.12.jar, AKKA",
    "/invoker/lib/pekko-actor_2.12-1.1.5.jar, PEKKO"
  })
  void isThatOfTheJarsOfAController(String path, ActorLibrary library) {
    assertThat(ActorLibrary.of(imageWith(path, EMPTY))).isEqualTo(library);
  }

  @ParameterizedTest
  @CsvSource({
    "BOOT-INF/lib/akka-actor_2.12-2.6.12.jar, AKKA",
    "BOOT-INF/lib/pekko-actor_2.12-1.1.5.jar, PEKKO"
  })
  void isThatOfTheJarsInAStandaloneOpenWhisk(String entry, ActorLibrary library)
      throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      zip.putNextEntry(new ZipEntry(entry));
    }

    assertThat(ActorLibrary.of(imageWith("/openwhisk-standalone.jar", jar.toByteArray())))
        .isEqualTo(library);
  }

  @Test
  void anImageWithoutActorsIsNamed() {
    DockerImageName image = imageWith("/invoker/lib/akka-slf4j_2.12-2.6.12.jar", EMPTY);

    assertThatThrownBy(() -> ActorLibrary.of(image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(image.toString())
        .hasMessageContaining("expected akka-actor or pekko-actor");
  }

  private DockerImageName imageWith(String path, byte[] content) {
    DockerImageName image =
        DockerImageName.parse(
            new ImageFromDockerfile("aquatope/actors-" + images.size() + ":test", false)
                .withFileFromTransferable("file", Transferable.of(content))
                .withDockerfileFromBuilder(
                    file -> file.from("debian:bookworm-slim").copy("file", path))
                .get());
    images.add(image);
    return image;
  }
}
