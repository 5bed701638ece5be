/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.Quotas;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.join.WorkflowJoin.CompositionRun;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Controllers that state their workflows in one log, and are restarted. */
final class WorkflowStatementsTest {

  private static final ExchangeEvents SILENT =
      new ExchangeEvents() {
        @Override
        public void told(String line) {}

        @Override
        public void warned(String line) {}
      };

  /** A controller. */
  private final class Controller {

    final Map<String, List<String>> joined = new TreeMap<>();
    private final SenderIdentity me;
    private final WorkflowStatements statements;
    private final List<ExchangeRecord> offered = new ArrayList<>();
    private long seq;
    private int read;

    Controller(String name, HubQuotas quotas) {
      me = new SenderIdentity(name, ++boots);
      statements =
          new WorkflowStatements(
              me,
              quotas,
              Records.RULES,
              SILENT,
              offered::add,
              (owner, workflows, learnt) ->
                  joined.put(owner.namespace(), workflows.stream().map(Workflow::name).toList()));
    }

    /** Writes what it has to say, and reads the log to its end. */
    void sync() {
      do {
        if (!offered.isEmpty()) {
          log.add(new Message(1, me.name(), me.boot(), ++seq, List.copyOf(offered)));
          offered.clear();
        }
        while (read < log.size()) {
          statements.read(log.get(read++));
        }
      } while (!offered.isEmpty());
    }

    void found(String namespace, AnnotatedAction... actions) {
      statements.discovered(new NamespaceDeclarations(namespace, Arrays.asList(actions), 0));
      sync();
    }

    void registers(Workflow... workflows) {
      statements.register(Set.of(workflows));
      sync();
    }
  }

  private final List<Message> log = new ArrayList<>();
  private long boots;

  private Controller controller(String name) {
    return new Controller(name, Quotas.DEFAULT);
  }

  /** What the readers of the log know. */
  private Map<String, Workflow> known() {
    Map<String, Workflow> known = new TreeMap<>();
    for (Message message : log) {
      for (ExchangeRecord record : message.records()) {
        if (record instanceof WorkflowDefined defined) {
          known.put(defined.definition().name(), defined.definition());
        } else if (record instanceof WorkflowWithdrawn withdrawal) {
          known.remove(withdrawal.workflow());
        } else if (record instanceof WorkflowCheckpoint checkpoint) {
          Workflow definition = checkpoint.state().definition();
          known.putIfAbsent(definition.name(), definition);
        }
      }
    }
    return known;
  }

  private void checkpoint(Workflow workflow) {
    log.add(
        new Message(
            1,
            "invoker0",
            1,
            log.size(),
            List.of(new WorkflowCheckpoint(WorkflowState.first(workflow)))));
  }

  /** The entry was taken out of the file while the controller was down: nobody withdrew it. */
  @Test
  void aWorkflowThatIsNotInTheFileAfterARestartIsWithdrawn() {
    controller("controller0").registers(Records.SHOP);
    assertThat(known()).containsOnlyKeys("shop");

    controller("controller0").registers();

    assertThat(known()).isEmpty();
  }

  @Test
  void aFileThatWasNotReadAfterARestartWithdrawsNothing() {
    controller("controller0").registers(Records.SHOP);

    controller("controller0").sync();

    assertThat(known()).containsOnlyKeys("shop");
  }

  @Test
  void aWorkflowThatIsStillInTheFileIsNotDefinedAgain() {
    controller("controller0").registers(Records.SHOP);
    Controller second = controller("controller0");
    second.sync();
    int before = definitions();
    second.registers(Records.SHOP);

    assertThat(definitions()).as("what was learnt stays").isEqualTo(before);
  }

  /** An annotation was taken off, or a sequence deleted, while the controller was down. */
  @Test
  void whatANamespaceNoLongerDeclaresAfterARestartIsWithdrawn() {
    controller("controller0").found("guest", sequence("guest/checkout", "2000"));
    Controller second = controller("controller0");
    second.sync();
    assertThat(second.statements.namespaces()).as("to be looked at").containsExactly("guest");
    assertThat(second.statements.known("guest")).containsExactly("guest/checkout");
    assertThat(known()).containsOnlyKeys("guest/checkout");

    second.found("guest");

    assertThat(known()).isEmpty();
  }

  @Test
  void aWorkflowThatTheLogKnowsOnlyByItsCheckpointIsWithdrawnAsWell() {
    controller("controller0").found("guest", sequence("guest/checkout", "2000"));
    Workflow checkout = known().get("guest/checkout");
    log.clear();
    checkpoint(Records.SHOP);
    checkpoint(Objects.requireNonNull(checkout));

    Controller second = controller("controller0");
    second.registers();
    second.found("guest");

    assertThat(known()).isEmpty();
  }

  /** An invoker wrote it before it had read the withdrawal. */
  @Test
  void aCheckpointThatOvertakesAWithdrawalBringsNothingBack() {
    Controller one = controller("controller0");
    one.registers(Records.SHOP);
    one.registers();
    checkpoint(Records.SHOP);
    assertThat(known()).containsOnlyKeys("shop");

    one.sync();
    one.sync();

    assertThat(known()).isEmpty();
  }

  @Test
  void aCompositionKeepsItsShapeOverARestart() {
    Controller first = controller("controller0");
    first.found("guest", composition("900"));
    List<String> ran = List.of("guest/app", "guest/cart", "guest/app", "guest/pay", "guest/app");
    first.statements.ran(Collections.nCopies(3, new CompositionRun("guest", "guest/app", ran)));
    first.sync();
    Workflow learnt = known().get("guest/app");
    int before = definitions();

    Controller second = controller("controller0");
    second.sync();
    second.found("guest", composition("900"));

    assertThat(known()).containsEntry("guest/app", Objects.requireNonNull(learnt));
    assertThat(definitions()).isEqualTo(before);
    assertThat(second.joined).containsEntry("guest", List.of("guest/app"));
  }

  @Test
  void anAnnotationThatIsNoLongerUnderstoodLeavesTheWorkflowAsItWasOverARestart() {
    controller("controller0").found("guest", sequence("guest/checkout", "2000"));

    Controller second = controller("controller0");
    second.sync();
    second.found("guest", sequence("guest/checkout", "soon"));

    assertThat(known()).containsOnlyKeys("guest/checkout");
    assertThat(second.joined).containsEntry("guest", List.of("guest/checkout"));
  }

  @Test
  void controllersThatReadTheSameStoreDoNotTakeTurnsInDefiningAndWithdrawing() {
    Controller one = new Controller("controller0", Quotas.workflows(3, 4));
    Controller other = new Controller("controller1", Quotas.workflows(3, 4));
    for (int i = 0; i < 20; i++) {
      for (Controller each : List.of(one, other)) {
        for (String namespace : List.of("aaa", "bbb", "ccc")) {
          each.found(
              namespace,
              sequence(namespace + "/x", "1"),
              sequence(namespace + "/y", "soon"),
              longer(namespace + "/z"));
          one.sync();
          other.sync();
        }
      }
    }
    int settled = records();
    for (Controller each : List.of(one, other, one)) {
      for (String namespace : List.of("aaa", "bbb", "ccc")) {
        each.found(
            namespace,
            sequence(namespace + "/x", "1"),
            sequence(namespace + "/y", "soon"),
            longer(namespace + "/z"));
        one.sync();
        other.sync();
      }
    }

    assertThat(records()).isEqualTo(settled);
    assertThat(known()).hasSize(4).containsKeys("aaa/x", "bbb/x", "ccc/x");
  }

  @Test
  void whatTheOperatorRegistersTakesTheCallsOfThatNamespaceToo() {
    Controller one = controller("controller0");
    one.found("guest", sequence("guest/checkout", "2000"), longer("guest/other"));
    one.registers(Records.SHOP);
    assertThat(known()).containsOnlyKeys("shop", "guest/other");

    one.registers();
    assertThat(known()).containsOnlyKeys("guest/checkout", "guest/other");
  }

  @Test
  void theSameStagesInTwoNamespacesAreTwoWorkflows() {
    Controller one = controller("controller0");
    one.found("guest", sequence("guest/checkout", "2000"));
    one.found(
        "evil",
        new AnnotatedAction(
            "evil/x",
            Map.of(AnnotatedAction.LATENCY, "3600000"),
            Kind.SEQUENCE,
            List.of("guest/cart", "guest/pay", "evil/own")),
        new AnnotatedAction(
            "evil/a",
            Map.of(AnnotatedAction.LATENCY, "3600000"),
            Kind.SEQUENCE,
            List.of("guest/cart", "guest/pay")));

    assertThat(known())
        .as("one that tunes nothing is none")
        .containsOnlyKeys("guest/checkout", "evil/x");
  }

  private int definitions() {
    return (int)
        log.stream()
            .flatMap(message -> message.records().stream())
            .filter(WorkflowDefined.class::isInstance)
            .count();
  }

  private int records() {
    return log.stream().mapToInt(message -> message.records().size()).sum();
  }

  private static AnnotatedAction sequence(String name, String latency) {
    String namespace = name.substring(0, name.indexOf('/'));
    return new AnnotatedAction(
        name,
        Map.of(AnnotatedAction.LATENCY, latency),
        Kind.SEQUENCE,
        List.of(namespace + "/cart", namespace + "/pay"));
  }

  private static AnnotatedAction longer(String name) {
    String namespace = name.substring(0, name.indexOf('/'));
    return new AnnotatedAction(
        name,
        Map.of(AnnotatedAction.LATENCY, "5000"),
        Kind.SEQUENCE,
        List.of(namespace + "/cart", namespace + "/pay", namespace + "/ship"));
  }

  private static AnnotatedAction composition(String latency) {
    return new AnnotatedAction(
        "guest/app", Map.of(AnnotatedAction.LATENCY, latency), Kind.COMPOSITION, List.of());
  }
}
