/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.aquatope.it.ActionRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/** Containers of a small action runtime on a real engine. */
final class ActionContainers implements AutoCloseable {

  private static final ExposedPort PORT = ExposedPort.tcp(8080);

  final DockerClient docker = DockerClientFactory.instance().client();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> containers = new ArrayList<>();
  private final String image = ActionRuntime.image();

  /** Starts one and waits until it listens. */
  DockerActionContainer start() throws IOException, InterruptedException {
    HostConfig host =
        HostConfig.newHostConfig()
            .withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), PORT));
    try (CreateContainerCmd create = docker.createContainerCmd(image)) {
      String id = create.withHostConfig(host).withExposedPorts(PORT).exec().getId();
      containers.add(id);
      docker.startContainerCmd(id).exec();
      int port = publishedPort(id);
      awaitAnswer(port);
      return new DockerActionContainer(this, id, port);
    }
  }

  private int publishedPort(String id) {
    Ports ports = docker.inspectContainerCmd(id).exec().getNetworkSettings().getPorts();
    Ports.Binding[] bindings = requireNonNull(ports.getBindings().get(PORT), "8080 not published");
    return Integer.parseInt(bindings[0].getHostPortSpec());
  }

  private void awaitAnswer(int port) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        post(port, "/ready");
        return;
      } catch (IOException e) {
        if (attempt == 100) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  /** What the runtime answers. */
  String post(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofString("{}"))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  void remove(String id) {
    try {
      docker.removeContainerCmd(id).withForce(true).exec();
    } catch (NotFoundException e) {
      // Already gone, which is what was wanted.
    }
  }

  /** Waits until a container has gone; fails if it does not go. */
  void awaitRemoval(String id) throws InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      if (docker.listContainersCmd().withShowAll(true).exec().stream()
          .noneMatch(container -> container.getId().equals(id))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(id + " is still there");
  }

  @Override
  public void close() {
    containers.forEach(this::remove);
  }
}
