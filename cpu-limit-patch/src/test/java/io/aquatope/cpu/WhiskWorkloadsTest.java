/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuAnnotation;
import io.aquatope.cpu.limit.CpuDecisions;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.CodeExec;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;
import scala.Tuple2;
import scala.Tuple3;
import scala.collection.immutable.List$;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.concurrent.duration.Duration;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput$;

class WhiskWorkloadsTest {

  private static final CpuLimit MACHINE = CpuLimit.parse("64");

  private final WhiskWorkloads workloads = new WhiskWorkloads("cpu-limit", events());
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger release = new AtomicInteger();

  private CpuEvents events() {
    return new CpuEvents() {
      @Override
      public void annotationRelease() {
        release.incrementAndGet();
      }
    };
  }

  /** The pool's thread asks at each placement. */
  @Test
  void theAnnotationOfAnActionIsReadOnce() {
    ExecutableWhiskAction action = action("1-a", new JsString("0.5"));
    CpuAdmission admission =
        new CpuAdmission(
            2,
            1,
            new CpuLimits(new CpuDecisions(), List.of(), null, Optional.of(MACHINE)),
            workloads);
    for (int placement = 0; placement < 1_000; placement++) {
      assertThat(admission.milliCoresOf(action)).isEqualTo(500);
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void anotherRevisionIsReadAnew() {
    assertThat(limit(action("1-a", new JsString("0.5")))).contains(CpuLimit.parse("0.5"));
    assertThat(limit(action("2-b", new JsString("0.7")))).contains(CpuLimit.parse("0.7"));
    assertThat(limit(action("2-b", new JsString("0.9"))))
        .as("recreated")
        .contains(CpuLimit.parse("0.9"));
    assertThat(reads).hasValue(3);
  }

  @Test
  void aBadAnnotationIsReadOnceToo() {
    ExecutableWhiskAction action = action("1-a", new JsString("1." + "0".repeat(1_000_000)));
    for (int use = 0; use < 100; use++) {
      assertThat(limit(action)).isEmpty();
    }
    assertThat(reads).hasValue(1);
  }

  /** Instead of names that OpenWhisk itself sets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"env\": []}",
        "{\"env\": {\"__OW_ACTION_NAME\": {\"a\": 1}}}",
        "{\"env\": {\"__OW_ACTION_NAME\": 1e999999999}}",
        "{\"env\": {\"__OW_ACTION_NAME\": \"no slash\"}}"
      })
  void whatNamesNoActionIsOfNone(String json) {
    JsValue initializer = JsonParser$.MODULE$.apply(ParserInput$.MODULE$.apply(json));
    assertThat(workloads.of(initializer.asJsObject(), 256)).isEmpty();
    assertThat(WhiskWorkloads.version(initializer.asJsObject())).isEmpty();
  }

  @Test
  void annotationsBeyondTheBoundAreReleaseAndCounted() {
    List<ExecutableWhiskAction> held = new ArrayList<>();
    for (int i = 0; i < 2 * WhiskWorkloads.MOST_PARSED; i++) {
      held.add(action(i + "-x", new JsString("0.5")));
      limit(held.get(i));
    }
    assertThat(release).hasValueGreaterThanOrEqualTo(WhiskWorkloads.MOST_PARSED);

    assertThat(limit(held.get(0))).as("parsed again").contains(CpuLimit.parse("0.5"));
    assertThat(reads).hasValue(2 * WhiskWorkloads.MOST_PARSED + 1);
  }

  private Optional<CpuLimit> limit(ExecutableWhiskAction action) {
    return workloads.of(action, 256).annotation().flatMap(CpuAnnotation::limit);
  }

  private ExecutableWhiskAction action(String revision, JsValue annotation) {
    Map<ParameterName, ParameterValue> none = Map$.MODULE$.empty();
    ParameterValue counted =
        new ParameterValue(annotation, false, Option.empty()) {
          @Override
          public JsValue value() {
            reads.incrementAndGet();
            return super.value();
          }
        };
    CodeExec<?> code = null;
    return new ExecutableWhiskAction(
            List$.MODULE$.<String>empty().$colon$colon("guest"),
            "burn",
            code,
            none,
            new ActionLimits(Duration.create(60, "seconds"), 256, 10, 1, Option.empty()),
            new Tuple3<>(0, 0, 1),
            false,
            none.$plus(new Tuple2<>(new ParameterName("cpu-limit"), counted)),
            Option.empty())
        .revision(revision);
  }
}
