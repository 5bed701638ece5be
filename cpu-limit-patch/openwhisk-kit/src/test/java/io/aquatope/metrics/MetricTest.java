/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kamon.Kamon$;
import kamon.metric.MeasurementUnit;
import kamon.prometheus.PrometheusReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MetricTest {

  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

  @ParameterizedTest
  @EnumSource
  void theNameHasThreePartsWithoutUnderscores(Metric metric) {
    assertThat(metric.kamonName())
        .matches("(counter|gauge|histogram)\\.aquatope_[a-zA-Z]+_[a-zA-Z]+");
  }

  @Test
  void noTwoHaveTheSameName() {
    assertThat(Metric.values()).extracting(Metric::kamonName).doesNotHaveDuplicates();
  }

  /** Kamon 2.1.12, as in OpenWhisk. */
  @Test
  void kamonsPrometheusReporterGivesThemTheNamesThatAreDeclared() {
    Config config =
        ConfigFactory.parseString("kamon.prometheus.start-embedded-http-server = no")
            .withFallback(ConfigFactory.load());
    PrometheusReporter reporter = new PrometheusReporter("kamon.prometheus", config);
    for (Metric metric : Metric.values()) {
      emit(metric);
    }
    reporter.reportPeriodSnapshot(Kamon$.MODULE$.registry().snapshot(true));

    List<String> reported =
        TYPE.matcher(reporter.scrapeData())
            .results()
            .map(MetricTest::nameAndType)
            .filter(name -> name.contains("aquatope"))
            .toList();

    assertThat(reported)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values())
                .map(metric -> metric.prometheusName() + " " + metric.kind().prefix())
                .toList());
  }

  private static String nameAndType(MatchResult line) {
    return line.group(1) + " " + line.group(2);
  }

  /** As OpenWhisk's LogMarkerToken does. */
  private static void emit(Metric metric) {
    MeasurementUnit unit = WhiskMetrics.unit(metric.unit());
    Kamon$ kamon = Kamon$.MODULE$;
    switch (metric.kind()) {
      case COUNTER -> kamon.counter(metric.kamonName()).withoutTags().increment();
      case GAUGE -> kamon.gauge(metric.kamonName(), unit).withoutTags().update(1);
      case HISTOGRAM -> kamon.histogram(metric.kamonName(), unit).withoutTags().record(1);
    }
  }
}
