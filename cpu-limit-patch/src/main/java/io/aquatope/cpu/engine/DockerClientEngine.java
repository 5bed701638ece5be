/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Docker engine, accessed through the Docker client, as OpenWhisk does.
 *
 * <p>{@code docker update --cpus} sends {@code NanoCpus}, as {@link DockerEngine} does. The client
 * does not tell the status of the engine's answer, so the message is what tells answers apart. Of
 * messages that are unknown here, a later attempt may succeed.
 */
public final class DockerClientEngine implements ContainerEngine {

  private static final Pattern GONE = Pattern.compile("No such container", Pattern.LITERAL);

  /** Answers that stay the same: from the engine, and from a client that is too old. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "Range of CPUs is|Conflicting options:|unknown flag:|requires API version",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CORES = Pattern.compile("^NCPU=(\\d{1,6})$", Pattern.MULTILINE);

  private final DockerCommand docker;

  public DockerClientEngine(DockerCommand docker) {
    this.docker = docker;
  }

  @Override
  public Optional<CpuLimit> machine() throws IOException {
    DockerCommand.Answer info = docker.run("info", "--format", "NCPU={{.NCPU}}");
    Matcher found = CORES.matcher(info.text());
    int cores = info.exitCode() == 0 && found.find() ? Integer.parseInt(found.group(1)) : 0;
    if (cores < 1) {
      throw new IOException("the Docker client does not report the number of CPUs: " + info);
    }
    return Optional.of(CpuLimit.atMost(cores));
  }

  @Override
  public boolean limitsAtCreation() {
    return true;
  }

  @Override
  public ChangeResult setLimit(String container, CpuLimit limit) throws IOException {
    DockerCommand.Answer answer = docker.run("update", "--cpus", limit.toString(), "--", container);
    if (answer.exitCode() == 0) {
      return new ChangeResult.Done();
    }
    if (GONE.matcher(answer.text()).find()) {
      return new ChangeResult.Gone();
    }
    if (REFUSED.matcher(answer.text()).find()) {
      return new ChangeResult.Refused(answer.text());
    }
    throw new IOException("Docker client: " + answer);
  }

  @Override
  public void close() {
    // Every request has a process of its own.
  }
}
