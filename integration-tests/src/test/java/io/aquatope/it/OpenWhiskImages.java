/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** Images that suites start. What is not here is pulled, if a registry answers soon. */
public final class OpenWhiskImages {

  /** A standalone OpenWhisk. */
  public static final DockerImageName STANDALONE = named("aquatope.openwhisk.standalone");

  /** The controller of a cluster. */
  public static final DockerImageName CONTROLLER = named("aquatope.openwhisk.controller");

  /** An invoker of a cluster. */
  public static final DockerImageName INVOKER = named("aquatope.openwhisk.invoker");

  /** The scheduler of a cluster that has one. */
  public static final DockerImageName SCHEDULER = named("aquatope.openwhisk.scheduler");

  /** The broker of a cluster. */
  public static final DockerImageName KAFKA = named("aquatope.kafka");

  /** The database of a cluster. */
  public static final DockerImageName MONGO = named("aquatope.mongo");

  private static final long FIRST_ANSWER_SECONDS = 5;
  private static final long PULL_MINUTES = 15;

  private static final Map<DockerImageName, Optional<String>> ABSENCES = new ConcurrentHashMap<>();

  private OpenWhiskImages() {}

  private static DockerImageName named(String property) {
    return DockerImageName.parse(System.getProperty(property, ""));
  }

  /** Why one of the images of a cluster cannot be used, if so. */
  static Optional<String> absenceOfCluster() {
    return Stream.of(CONTROLLER, INVOKER, KAFKA, MONGO)
        .map(OpenWhiskImages::absence)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Why an image cannot be used, if it cannot; found out once. */
  static Optional<String> absence(DockerImageName image) {
    return ABSENCES.computeIfAbsent(image, OpenWhiskImages::pullIfMissing);
  }

  private static Optional<String> pullIfMissing(DockerImageName image) {
    DockerClient docker = DockerClientFactory.lazyClient();
    try {
      docker.inspectImageCmd(image.asCanonicalNameString()).exec();
      return Optional.empty();
    } catch (NotFoundException e) {
      return pull(docker, image)
          .map(why -> "the image %s is not here, and not pulled: %s".formatted(image, why));
    }
  }

  private static Optional<String> pull(DockerClient docker, DockerImageName image) {
    CountDownLatch answered = new CountDownLatch(1);
    try (Pull pull = new Pull(answered)) {
      docker.pullImageCmd(image.getUnversionedPart()).withTag(image.getVersionPart()).exec(pull);
      if (!answered.await(FIRST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
        return Optional.of("no registry answered in " + FIRST_ANSWER_SECONDS + " s");
      }
      return pull.awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)
          ? Optional.empty()
          : Optional.of("it took more than " + PULL_MINUTES + " minutes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } catch (Exception e) {
      return Optional.of(String.valueOf(e.getMessage()).strip());
    }
  }

  /** Tells when the registry has answered anything. */
  private static final class Pull extends PullImageResultCallback {

    private final CountDownLatch answered;

    Pull(CountDownLatch answered) {
      this.answered = answered;
    }

    @Override
    public void onNext(PullResponseItem item) {
      answered.countDown();
      super.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
      answered.countDown();
      super.onError(failure);
    }
  }
}
