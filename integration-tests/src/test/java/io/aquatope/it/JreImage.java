/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import org.testcontainers.images.builder.ImageFromDockerfile;

/** An image with a headless JRE 17 and nothing else. It is kept, as it takes long to make. */
public final class JreImage {

  private JreImage() {}

  /** The image, made when it is first asked for. */
  public static ImageFromDockerfile image() {
    return new ImageFromDockerfile("aquatope/jre-headless:test", false)
        .withDockerfileFromBuilder(
            file ->
                file.from("debian:bookworm-slim")
                    .run(
                        "apt-get update"
                            + " && apt-get install -y --no-install-recommends"
                            + " openjdk-17-jre-headless"
                            + " && rm -rf /var/lib/apt/lists/*")
                    .cmd("sleep", "infinity"));
  }
}
