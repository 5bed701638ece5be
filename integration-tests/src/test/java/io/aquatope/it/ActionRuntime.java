/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * A small action runtime, whose actions are written in Perl; {@code runtime.pl} says how. It is
 * kept for the next run.
 */
public final class ActionRuntime {

  /** What actions of this runtime are called in manifests. */
  public static final String KIND = "perl:5";

  private static final String IMAGE = "aquatope/action-perl:test";

  private ActionRuntime() {}

  /** The name of the image, which is made unless nothing has changed. */
  public static String image() {
    return new ImageFromDockerfile(IMAGE, false)
        .withFileFromClasspath("runtime.pl", "io/aquatope/it/runtime.pl")
        .withDockerfileFromBuilder(
            file ->
                file.from("debian:bookworm-slim")
                    .copy("runtime.pl", "/runtime.pl")
                    .cmd("perl", "/runtime.pl"))
        .get();
  }
}
