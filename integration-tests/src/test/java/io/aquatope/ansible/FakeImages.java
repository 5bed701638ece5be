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

  /** An invoker of another OpenWhisk, with Pekko and without its HTTP server. */
  static final String FOREIGN = "aquatope/standin-foreign:test";

  /** An invoker whose library of actors has the file name that Akka's has. */
  static final String AKKA = "aquatope/standin-akka:test";

  /** An invoker with the file names of both libraries. */
  static final String BOTH_ACTORS = "aquatope/standin-both:test";

  /** An invoker without actors. */
  static final String NO_ACTORS = "aquatope/standin-none:test";

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
    changed(FOREIGN, "rm /invoker/lib/pekko-http*");
    changed(AKKA, "cd /invoker/lib && mv pekko-actor_*.jar akka-actor_2.12-2.6.12.jar");
    changed(BOTH_ACTORS, "touch /invoker/lib/akka-actor_2.12-2.6.12.jar");
    changed(NO_ACTORS, "rm /invoker/lib/pekko-actor*");
  }

  private static List<Path> libraries() {
    return Splitter.on(File.pathSeparatorChar)
        .splitToStream(System.getProperty("java.class.path"))
        .map(Path::of)
        .filter(path -> LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith))
        .toList();
  }

  private static void changed(String name, String command) {
    make(image(name).withDockerfileFromBuilder(file -> file.from(INVOKER).run(command)));
  }

  private static ImageFromDockerfile image(String name) {
    return new ImageFromDockerfile(name, false);
  }

  private static void make(ImageFromDockerfile image) {
    var unused = image.get();
  }

  @Override
  public void close() {
    Command.output(
        "docker image rm --force "
            + String.join(" ", FOREIGN, AKKA, BOTH_ACTORS, NO_ACTORS, INVOKER, PYTHON));
  }
}
