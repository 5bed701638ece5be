/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.invoker.pool.Actions;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.CodeExec;
import org.apache.openwhisk.core.entity.CodeExecAsString;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple2;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.concurrent.duration.Duration;
import spray.json.JsString;
import spray.json.JsValue;

/** Where the scheduler itself would not go, nothing is announced, as it does not look again. */
final class AnnouncementRulesTest {

  private static final CodeExec<String> MANAGED =
      new CodeExecAsString(Actions.PYTHON, "code", Option.empty());

  private static final CodeExec<String> BLACKBOX =
      new CodeExec<>() {
        @Override
        public String kind() {
          return "blackbox";
        }

        @Override
        public boolean pull() {
          return true;
        }

        @Override
        public JsValue codeAsJson() {
          return new JsString("");
        }
      };

  private static final Map<String, JsValue> NONE = Map.of();

  @Test
  void anActionWithoutDemandsIsAnnouncedByAnInvokerWithoutAny() {
    assertThat(rules(List.of(), List.of()).admits("guest", action(MANAGED, NONE))).isTrue();
  }

  @Test
  void anActionThatAsksForTagsIsAnnouncedNowhere() {
    ExecutableWhiskAction gpu = action(MANAGED, Map.of("invoker-resources", new JsString("gpu")));

    assertThat(rules(List.of(), List.of()).admits("guest", gpu)).isFalse();
    assertThat(rules(List.of("gpu"), List.of()).admits("guest", gpu)).isFalse();
  }

  @Test
  void otherAnnotationsAreNoDemands() {
    ExecutableWhiskAction described = action(MANAGED, Map.of("description", new JsString("gpu")));

    assertThat(rules(List.of(), List.of()).admits("guest", described)).isTrue();
  }

  @Test
  void anInvokerWithTagsAnnouncesNothing() {
    assertThat(rules(List.of("gpu"), List.of()).admits("guest", action(MANAGED, NONE))).isFalse();
  }

  @Test
  void aDedicatedInvokerAnnouncesForItsNamespacesOnly() {
    AnnouncementRules rules = rules(List.of(), List.of("bank", "post"));

    assertThat(rules.admits("bank", action(MANAGED, NONE))).isTrue();
    assertThat(rules.admits("post", action(MANAGED, NONE))).isTrue();
    assertThat(rules.admits("guest", action(MANAGED, NONE))).isFalse();
  }

  @Test
  void anImageOfAUserIsAnnouncedNowhere() {
    assertThat(rules(List.of(), List.of()).admits("guest", action(BLACKBOX, NONE))).isFalse();
    assertThat(rules(List.of(), List.of("guest")).admits("guest", action(BLACKBOX, NONE)))
        .isFalse();
  }

  private static AnnouncementRules rules(List<String> tags, List<String> dedicated) {
    return new AnnouncementRules(
        new InvokerInstanceId() {
          @Override
          public Seq<String> tags() {
            return JavaConverters.asScalaBuffer(tags).toList();
          }

          @Override
          public Seq<String> dedicatedNamespaces() {
            return JavaConverters.asScalaBuffer(dedicated).toList();
          }
        });
  }

  private static ExecutableWhiskAction action(CodeExec<?> exec, Map<String, JsValue> annotations) {
    scala.collection.immutable.Map<ParameterName, ParameterValue> all = Map$.MODULE$.empty();
    for (Map.Entry<String, JsValue> annotation : annotations.entrySet()) {
      all =
          all.$plus(
              new Tuple2<>(
                  new ParameterName(annotation.getKey()),
                  new ParameterValue(annotation.getValue(), false, Option.empty())));
    }
    return new ExecutableWhiskAction(
        JavaConverters.asScalaBuffer(List.of("guest")).toList(),
        "hello",
        exec,
        Map$.MODULE$.empty(),
        new ActionLimits(Duration.create(60, "seconds"), 256, 10, 1, Option.empty()),
        new Tuple3<>(0, 0, 1),
        false,
        all,
        Option.empty());
  }
}
