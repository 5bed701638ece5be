/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;

/** The unit tests of a module on a Java 11: how many at least, and which classes stay out. */
enum ModuleTests {
  MODELS(
      "models",
      195,
      Map.of(
          "io.aquatope.models.ArchitectureTest",
          Reasons.SOURCES,
          "io.aquatope.models.forecast.component.SparseHistoryTest",
          Reasons.LONG,
          "io.aquatope.models.workflow.search.CompositeTunerTest",
          Reasons.LONG)),
  POOL(
      "containerpool-spi",
      420,
      Map.of(
          "io.aquatope.pool.ArchitectureTest",
          Reasons.SOURCES,
          "io.aquatope.pool.machine.ContainerPoolPropertyTest",
          Reasons.LONG,
          "io.aquatope.pool.machine.ScanPoolComparisonTest",
          Reasons.LONG,
          "io.aquatope.prewarm.SlowStartTest",
          Reasons.LONG,
          "io.aquatope.successor.SuccessorsPropertyTest",
          Reasons.LONG)),
  EXPERIMENTS(
      "containerpool-spi/experiments",
      220,
      Map.of(
          "io.aquatope.prewarm.AquatopePolicyTest",
          Reasons.LONG,
          "io.aquatope.replay.BaselineReplayPropertiesTest",
          Reasons.LONG)),
  KIT("cpu-limit-patch/openwhisk-kit", 100, Map.of()),
  CPU(
      "cpu-limit-patch",
      200,
      Map.of(
          "io.aquatope.cpu.engine.DockerEngineTest",
          "a socket of the JDK, which came with Java 16",
          "io.aquatope.cpu.engine.KubernetesEngineTest",
          Reasons.SERVER)),
  PLUGIN(
      "invoker-plugin",
      700,
      Map.ofEntries(
          Map.entry("io.aquatope.ArchitectureTest", Reasons.SOURCES),
          Map.entry("io.aquatope.LocaleTest", Reasons.SOURCES),
          Map.entry("io.aquatope.VocabularyTest", Reasons.SOURCES),
          Map.entry("io.aquatope.doctor.RequiredJarTest", Reasons.PEKKO),
          Map.entry("io.aquatope.doctor.linkage.ShapesTest", Reasons.PEKKO),
          Map.entry("io.aquatope.exchange.member.ClusterPropertyTest", Reasons.LONG),
          Map.entry("io.aquatope.exchange.member.LogFoldPropertyTest", Reasons.LONG),
          Map.entry("io.aquatope.exchange.member.RecordSortsTest", Reasons.SEALED),
          Map.entry("io.aquatope.hub.OwnerUpdatesTest", Reasons.SERVER),
          Map.entry("io.aquatope.report.ChartDrawingsTest", Reasons.SEALED)));

  /** Reasons that several classes have. */
  private static final class Reasons {

    static final String SOURCES = "about sources or class files, not what they do";
    static final String SERVER = "the HTTP server of the JDK, which a small Java 11 lacks";
    static final String SEALED = "sealed types, of which Java 11 has none";
    static final String PEKKO = "names of Pekko in what it expects";
    static final String LONG = "more than five seconds long";
  }

  private final String folder;
  private final int least;
  private final ImmutableMap<String, String> excluded;

  ModuleTests(String folder, int least, Map<String, String> excluded) {
    this.folder = folder;
    this.least = least;
    this.excluded = ImmutableMap.copyOf(excluded);
  }

  /** The folder of the module, in which its tests run. */
  Path folder() {
    return Path.of("..").toAbsolutePath().normalize().resolve(folder);
  }

  /** The number of tests that must run. */
  int least() {
    return least;
  }

  /** The test classes that do not run, each with what it needs. */
  ImmutableMap<String, String> excluded() {
    return excluded;
  }

  /** Whether a file of the folder of test classes takes part. */
  boolean isIncluded(String file) {
    String outermost =
        Splitter.on('$').splitToStream(file.replaceAll("\\.class$", "")).findFirst().orElseThrow();
    return !excluded.containsKey(outermost.replace('/', '.'));
  }
}
