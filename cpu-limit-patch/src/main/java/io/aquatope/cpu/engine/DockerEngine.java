/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.util.Optional;

/**
 * A Docker engine, accessed through its socket.
 *
 * <p>A limit is always expressed as {@code NanoCpus}, as {@code docker run --cpus} does at
 * creation: an engine refuses a container that has a CPU quota in two notations.
 */
public final class DockerEngine implements ContainerEngine {

  private final UnixSocketHttp http;

  public DockerEngine(UnixSocketHttp http) {
    this.http = http;
  }

  @Override
  public Optional<CpuLimit> machine() throws IOException {
    UnixSocketHttp.Response info = http.get("/info");
    int cores =
        info.status() == 200 ? new ObjectMapper().readTree(info.body()).path("NCPU").asInt() : 0;
    if (cores < 1) {
      throw new IOException("the Docker engine does not report its number of CPUs: " + info);
    }
    return Optional.of(CpuLimit.atMost(cores));
  }

  @Override
  public boolean limitsAtCreation() {
    return true;
  }

  @Override
  public ChangeResult setLimit(String container, CpuLimit limit) throws IOException {
    UnixSocketHttp.Response response =
        http.postJson(
            "/containers/" + container + "/update", "{\"NanoCpus\":" + limit.nanoCpus() + "}");
    return switch (response.status()) {
      case 200 -> new ChangeResult.Done();
      case 404 -> new ChangeResult.Gone();
      case 400, 409 -> new ChangeResult.Refused(response.body().trim());
      default -> throw new IOException("Docker engine: " + response);
    };
  }

  @Override
  public void close() {
    // Every request has a connection of its own.
  }
}
