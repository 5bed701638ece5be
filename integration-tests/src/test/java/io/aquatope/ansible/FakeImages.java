/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import com.google.common.base.Splitter;
import io.aquatope.it.JreImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * Images with the layout of OpenWhisk's: {@code /init.sh}, and {@code lib} and {@code ext-lib}
 * below {@code /invoker}. In {@code lib} are the libraries that OpenWhisk has; its own classes
 * among them are the declarations that the plugin is compiled against.
 */
final class FakeImages implements AutoCloseable {

  /** Hosts and controllers: Python, which Ansible needs, and the stand-ins in it. */
  static final String PYTHON = "aquatope/standin-python:test";

  /** An invoker whose jars link. */
  static final String INVOKER = "aquatope/standin-invoker:test";

  /** An invoker of another OpenWhisk, one without Pekko. */
  static final String FOREIGN = "aquatope/standin-foreign:test";

  private static final List<String> LIBRARIES =
      List.of("openwhisk-signatures", "scala-library", "pekko-", "spray-json", "kamon-");

  FakeImages() {
    String jre = JreImage.image().get();
    make(
        image(PYTHON)
            .withFileFromClasspath("standin.py", "io/aquatope/ansible/standin.py")
            .withDockerfileFromBuilder(
                file ->
                    file.from(jre)
                        .run(
                            "apt-get update"
                                + " && apt-get install -y --no-install-recommends python3"
                                + " && rm -rf /var/lib/apt/lists/*")
                        .copy("standin.py", "/standin.py")));
    ImageFromDockerfile invoker =
        image(INVOKER)
            .withDockerfileFromBuilder(
                file ->
                    file.from(PYTHON)
                        .run(
                            "mkdir -p /logs /invoker/ext-lib /invoker/config"
                                + " && printf '#!/bin/sh\\nexec python3 /standin.py\\n' >/init.sh"
                                + " && chmod +x /init.sh")
                        .copy("lib", "/invoker/lib")
                        .expose(8080));
    for (Path library : libraries()) {
      invoker.withFileFromPath("lib/" + library.getFileName(), library);
    }
    make(invoker);
    make(
        image(FOREIGN)
            .withDockerfileFromBuilder(file -> file.from(INVOKER).run("rm /invoker/lib/pekko-*")));
  }

  private static List<Path> libraries() {
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .filter(path -> LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith))
        .toList();
  }

  private static ImageFromDockerfile image(String name) {
    return new ImageFromDockerfile(name, false);
  }

  private static void make(ImageFromDockerfile image) {
    var unused = image.get();
  }

  @Override
  public void close() {
    Command.output("docker image rm --force %s %s %s".formatted(FOREIGN, INVOKER, PYTHON));
  }
}
