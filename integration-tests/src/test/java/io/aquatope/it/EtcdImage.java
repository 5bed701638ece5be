/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import org.testcontainers.images.builder.ImageFromDockerfile;

/** An image with etcd, made of packages. It is kept for the next run. */
public final class EtcdImage {

  private EtcdImage() {}

  /** The name of the image, which is made unless nothing has changed. */
  public static String image() {
    return new ImageFromDockerfile("aquatope/etcd:test", false)
        .withDockerfileFromBuilder(
            file ->
                file.from("debian:bookworm-slim")
                    .run(
                        "apt-get update"
                            + " && apt-get install -y --no-install-recommends"
                            + " etcd-server etcd-client"
                            + " && rm -rf /var/lib/apt/lists/*"))
        .get();
  }
}
