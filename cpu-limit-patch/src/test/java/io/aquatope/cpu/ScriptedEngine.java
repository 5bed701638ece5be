/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.engine.ContainerEngine;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that does as a test says, and remembers what it was asked. */
public final class ScriptedEngine implements ContainerEngine {

  private final Map<String, CpuLimit> limits = new HashMap<>();
  private final Map<String, ChangeResult> answers = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> inside = new HashSet<>();
  private int overlaps;
  private int failures;
  private boolean held;
  private String exempt = "";
  private @Nullable SplittableRandom random;
  private double failureRate;
  private Supplier<? extends Throwable> failure = () -> new IOException("scripted");

  public synchronized void hold() {
    held = true;
  }

  public synchronized void holdAllBut(String container) {
    held = true;
    exempt = container;
  }

  public synchronized void release() {
    held = false;
    notifyAll();
  }

  public synchronized void failNext(int times) {
    failures = times;
  }

  /** What failures throw, from now on. */
  public synchronized void failWith(Supplier<? extends Throwable> cause) {
    failure = cause;
  }

  public synchronized void failAtRandom(SplittableRandom source, double rate) {
    random = source;
    failureRate = rate;
  }

  public synchronized void answer(String container, ChangeResult answer) {
    answers.put(container, answer);
  }

  public synchronized @Nullable CpuLimit limit(String container) {
    return limits.get(container);
  }

  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  public synchronized int overlaps() {
    return overlaps;
  }

  public synchronized void awaitCalls(int count) throws InterruptedException {
    while (calls.size() < count) {
      wait();
    }
  }

  @Override
  public Optional<CpuLimit> machine() {
    return Optional.of(CpuLimit.parse("2"));
  }

  @Override
  public boolean limitsAtCreation() {
    return true;
  }

  @Override
  public ChangeResult setLimit(String container, CpuLimit limit) throws IOException {
    enter(container, limit);
    LockSupport.parkNanos(10_000);
    return leave(container, limit);
  }

  private synchronized void enter(String container, CpuLimit limit) throws IOException {
    calls.add(container + "=" + limit);
    notifyAll();
    if (!inside.add(container)) {
      overlaps++;
    }
    try {
      while (held && !container.equals(exempt)) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized ChangeResult leave(String container, CpuLimit limit) throws IOException {
    inside.remove(container);
    if (failures > 0 || (random != null && random.nextDouble() < failureRate)) {
      failures--;
      throw thrown(failure.get());
    }
    ChangeResult answer = answers.getOrDefault(container, new ChangeResult.Done());
    if (answer instanceof ChangeResult.Done) {
      limits.put(container, limit);
    }
    return answer;
  }

  /** Any throwable, as byte code may throw it. */
  private static IOException thrown(Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (cause instanceof Error error) {
      throw error;
    }
    return (IOException) cause;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
