/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TriggerKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Generates the trace of a {@link SyntheticLoad}. */
final class SyntheticGenerator {

  /** A Monday morning. */
  private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");

  private static final long BEGIN = START.atZone(ZoneOffset.UTC).getLong(ChronoField.MICRO_OF_DAY);

  private final SyntheticLoad load;
  private final SplittableRandom random;
  private final Trace.Builder trace;
  private final long length;

  SyntheticGenerator(SyntheticLoad load, long seed) {
    this.load = load;
    this.random = new SplittableRandom(seed);
    this.trace = new Trace.Builder("synthetic", START);
    this.length = TimeUnit.HOURS.toMicros(load.hours());
  }

  Trace generate() {
    List<ArrivalShape> shapes = new SyntheticPopulation(load, random.split()).shapes();
    for (int i = 0; i < shapes.size(); i++) {
      addFunction(i, shapes.get(i), random.split());
    }
    for (int i = 0; i < load.chains(); i++) {
      addChain("chain" + i, random.split());
    }
    return trace.build(length);
  }

  private void addFunction(int number, ArrivalShape shape, SplittableRandom own) {
    String name = shape.getClass().getSimpleName().toLowerCase(Locale.ROOT) + number;
    TriggerKind trigger =
        shape instanceof ArrivalShape.Timer ? TriggerKind.TIMER : TriggerKind.HTTP;
    int index = trace.addFunction(SyntheticSpecs.draw(name, name, trigger, own));
    SyntheticRunTimes runTimes = SyntheticRunTimes.draw(shape.peakPerSecond(), own);
    shape.generate(BEGIN, length, own, at -> trace.add(index, at, runTimes.drawMicros(own)));
  }

  private void addChain(String app, SplittableRandom own) {
    SyntheticChain chain = SyntheticChain.draw(app, trace, own);
    chain.shape().generate(BEGIN, length, own, at -> chain.addInstance(trace, at, own));
  }
}
