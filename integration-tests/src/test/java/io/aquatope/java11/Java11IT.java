/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for Akka and Java 11 on a Java 11, and the other jar beside it. */
@Requires(Engine.JAVA11)
class Java11IT {

  private static final String COMMANDS = "io.aquatope.cli.Main";
  private static final Path JAR = Path.of(System.getProperty("aquatope.jar", ""));
  private static final Path AKKA_JAR = Path.of(System.getProperty("aquatope.jar.akka", ""));

  /** Classes that no Java initialises here, each with the reason. */
  private static final Map<String, String> ON_NO_JAVA =
      Map.of(
          "io.aquatope.invoker.activation.ActionFetcher",
          "its constants come from OpenWhisk, of which there are only declarations");

  /** Classes that only a later Java initialises, each with the reason. */
  private static final Map<String, String> ON_LATER_JAVA =
      Map.of("io.aquatope.cpu.engine.UnixSocketHttp", "its sockets came with Java 16");

  /** The figures by which the command line tells its own run time. */
  private static final List<String> DURATIONS = List.of("wallSeconds", "askMillis");

  @TempDir private static Path folder;

  private static JavaRuntime ours;
  private static JavaRuntime eleven;

  @BeforeAll
  static void makeClassPaths() throws IOException, URISyntaxException {
    Path programs = folder.resolve("programs.jar");
    new ClassFolder(ClassFolder.of(Java11IT.class))
        .pack(name -> name.matches(".*/(ClassInitialization|MessageSample)\\.class"), programs);
    Path signatures = ClassFolder.of(WhiskAction.class);
    if (Files.isDirectory(signatures)) {
      Path packed = folder.resolve("signatures.jar");
      new ClassFolder(signatures).pack(name -> name.endsWith(".class"), packed);
      signatures = packed;
    }

    List<Path> with17 = new ArrayList<>(List.of(JAR, programs, signatures));
    with17.addAll(
        JavaRuntime.paths(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    ours = JavaRuntime.ours(with17);

    List<Path> with11 = new ArrayList<>(List.of(AKKA_JAR));
    for (Path jar : List.of(programs, signatures)) {
      Path translated = folder.resolve("akka-" + jar.getFileName());
      AkkaJar.main(new String[] {jar.toString(), translated.toString()});
      with11.add(translated);
    }
    with11.addAll(
        JavaRuntime.paths(
            Files.readString(Path.of(System.getProperty("aquatope.akka.classpath", "")))));
    eleven = JavaRuntime.eleven(with11);
  }

  @Test
  void everyClassIsVerifiedAndInitialisedAsOnJava17() throws IOException, InterruptedException {
    List<String> on17 = initialised(ours, JAR);
    List<String> on11 = initialised(eleven, AKKA_JAR);

    assertThat(Integer.parseInt(on11.get(0)))
        .as("the same classes, and those of package java11.support")
        .isEqualTo(Integer.parseInt(on17.get(0)) + 2)
        .isGreaterThan(800);
    assertThat(failed(on17)).as("%s", on17).containsExactlyElementsOf(ON_NO_JAVA.keySet());
    assertThat(failed(on11))
        .as("%s", on11)
        .containsExactlyInAnyOrderElementsOf(
            Sets.union(ON_NO_JAVA.keySet(), ON_LATER_JAVA.keySet()));
  }

  @Test
  void replayGivesTheFiguresOfJava17() throws IOException, InterruptedException {
    String[] replay = {
      "replay",
      "--format",
      "json",
      "--policy",
      "openwhisk",
      "--policy",
      "aquatope",
      "--policy",
      "hybrid-histogram",
      "--policy",
      "icebreaker",
      "--policy",
      "knative"
    };

    JsonNode figures = figures(eleven.run(COMMANDS, replay));

    assertThat(figures.at("/results/4/activations").asLong()).isPositive();
    assertThat(figures).isEqualTo(figures(ours.run(COMMANDS, replay)));
  }

  @Test
  void tuneGivesTheFiguresOfJava17() throws IOException, InterruptedException {
    StringBuilder csv =
        new StringBuilder(
            "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n");
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int repetition = 0; repetition < 3; repetition++) {
        csv.append("f,5000,512,%s,m5,%s,200\n".formatted(cpu, 1000.0 / cpu + 0.01 * repetition));
      }
    }
    Path profiles = Files.writeString(folder.resolve("profiles.csv"), csv);
    Path workflow =
        Files.writeString(
            folder.resolve("workflow.conf"),
            """
            workflow {
              name = one, qos = 3 s, quantile = 0.9
              price { cpu-second = 1, gb-second = 0.5 }
              stages { only { function = f, input = 5000, instance-type = m5 } }
            }
            """);
    String[] tune = {
      "tune",
      "--format",
      "json",
      "--budget",
      "15",
      "--seeds",
      "2",
      "--workflow",
      workflow.toString(),
      "--profiles",
      profiles.toString()
    };

    JsonNode figures = figures(eleven.run(COMMANDS, tune));

    assertThat(figures.path("oracleCost").asDouble()).isPositive();
    assertThat(figures).isEqualTo(figures(ours.run(COMMANDS, tune)));
  }

  @Test
  void messagesOfTheExchangeAreTheSameBytesAndReadByBoth()
      throws IOException, InterruptedException {
    Path by17 = folder.resolve("message17.json");
    Path by11 = folder.resolve("message11.json");
    ours.run(MessageSample.class.getName(), "write", by17.toString());
    eleven.run(MessageSample.class.getName(), "write", by11.toString());

    assertThat(by11).hasSameBinaryContentAs(by17).isNotEmptyFile();

    String read11 = eleven.run(MessageSample.class.getName(), "read", by17.toString());
    assertThat(read11)
        .startsWith("true\n")
        .isEqualTo(ours.run(MessageSample.class.getName(), "read", by11.toString()));
  }

  private static List<String> initialised(JavaRuntime java, Path jar)
      throws IOException, InterruptedException {
    return java.run(ClassInitialization.class.getName(), jar.toString()).lines().toList();
  }

  private static List<String> failed(List<String> lines) {
    return lines.stream().skip(1).map(line -> line.replaceAll(":.*", "")).toList();
  }

  private static JsonNode figures(String json) throws IOException {
    JsonNode report = new ObjectMapper().readTree(json);
    report.path("results").forEach(result -> ((ObjectNode) result).remove(DURATIONS));
    return report;
  }
}
