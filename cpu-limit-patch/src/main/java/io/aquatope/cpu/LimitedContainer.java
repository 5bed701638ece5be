/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Stopwatch;
import io.aquatope.cpu.limit.AnnotationLookup;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRun;
import io.aquatope.whisk.ForwardingContainer;
import io.aquatope.whisk.ScalaFutures;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;

/**
 * Container that gets the CPU limit of its action before it is initialised, and whose runs are
 * observed. It delegates all other calls to the container that it wraps.
 */
final class LimitedContainer extends ForwardingContainer {

  private final Container inner;
  private final String name;
  private final ContainerAssignment createdFor;
  private final LimitedContainers containers;
  private final WhiskWorkloads workloads;
  private final AnnotationLookup lookup;
  private final boolean rejectBadAnnotations;
  private final ContainerRuns runs;

  LimitedContainer(
      Container inner,
      ContainerAssignment createdFor,
      LimitedContainers containers,
      WhiskWorkloads workloads,
      AnnotationLookup lookup,
      boolean rejectBadAnnotations,
      ContainerRuns runs) {
    this.inner = inner;
    this.name = inner.containerId().asString();
    this.createdFor = createdFor;
    this.containers = containers;
    this.workloads = workloads;
    this.lookup = lookup;
    this.rejectBadAnnotations = rejectBadAnnotations;
    this.runs = runs;
  }

  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    Stopwatch waiting = Stopwatch.createStarted();
    ContainerAssignment named = workload(asked.initializer(), asked.entity());
    CompletableFuture<ContainerAssignment> complete =
        asked.entity().isDefined()
            ? CompletableFuture.completedFuture(named)
            : lookup.of(named, WhiskWorkloads.version(asked.initializer()));
    return ScalaFutures.of(lookup.inTime(complete, named))
        .flatMap(workload -> assign(workload, complete, waiting), ec())
        .flatMap(done -> observed(asked, transid), ec());
  }

  private Future<Interval> observed(ContainerInitialisation asked, TransactionMetadata transid) {
    ContainerRuns.Start start = runs.initialising(transid);
    return asked
        .in(inner, transid)
        .map(
            interval -> {
              start.initialised(interval);
              return interval;
            },
            ec());
  }

  private Future<?> assign(
      ContainerAssignment workload,
      CompletableFuture<ContainerAssignment> complete,
      Stopwatch waiting) {
    LimitInForce inForce = containers.limitOf(workload);
    if (!workload.isLike(createdFor)) {
      containers.report(workload, inForce);
    }
    if (rejectBadAnnotations && inForce.problem().isPresent()) {
      return rejected(inForce.problem().get());
    }
    CompletableFuture<?> assigned = containers.assign(name, workload, inForce, waiting.elapsed());
    var unused =
        complete.thenAccept(
            late -> {
              if (!late.isLike(workload)) {
                containers.learnt(name, late);
              }
            });
    return ScalaFutures.of(assigned);
  }

  private ContainerAssignment workload(JsObject initializer, Option<WhiskAction> entity) {
    return entity.isDefined()
        ? workloads.of(entity.get(), createdFor.memoryMb())
        : workloads.of(initializer, createdFor.memoryMb()).orElse(createdFor);
  }

  private static Future<?> rejected(String problem) {
    Instant now = Instant.now();
    return Future$.MODULE$.failed(
        new InitializationError(
            new Interval(now, now),
            ActivationResponse$.MODULE$.developerError("CPU limit: " + problem, Option.empty())));
  }

  @Override
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun asked, TransactionMetadata transid) {
    ContainerRuns.Run run = runs.begin(asked.environment(), transid);
    Future<Tuple2<Interval, ActivationResponse>> result;
    try {
      result = asked.in(inner, transid);
    } catch (Throwable e) {
      // A run that stayed in progress would mark all later ones as overlapping.
      run.failed();
      throw e;
    }
    result.onComplete(
        outcome -> {
          if (outcome.isSuccess()) {
            run.ended(outcome.get()._1(), outcome.get()._2());
          } else {
            run.failed();
          }
          return BoxedUnit.UNIT;
        },
        ec());
    return result;
  }

  @Override
  protected Container inner() {
    return inner;
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    containers.destroyed(name);
    return inner.destroy(transid);
  }
}
