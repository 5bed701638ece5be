/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.StartKind.COLD;
import static io.aquatope.pool.StartKind.RECREATED;
import static io.aquatope.pool.StartKind.STEM_CELL;
import static io.aquatope.pool.StartKind.WARM;
import static io.aquatope.pool.StartKind.WARMING;
import static io.aquatope.pool.StartKind.WARMING_COLD;
import static java.util.Objects.requireNonNull;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * OpenWhisk's pool rules under policy {@code openwhisk}, written down naively: one map of
 * containers, which each decision scans. It asks for no more activations and prepares nothing.
 *
 * <p>Where OpenWhisk's {@code ContainerPool} decides otherwise, this follows ours on purpose:
 *
 * <ul>
 *   <li>Among warm containers of a function OpenWhisk takes any, by the order of a hash map; ours
 *       takes the one released last, so that the others can expire.
 *   <li>OpenWhisk evicts as much as the new container needs, however much is free; ours evicts the
 *       shortfall only.
 *   <li>If idle containers are not enough OpenWhisk evicts what there is and starts the container
 *       all the same, beyond the memory limit; ours waits, and evicts nothing in vain.
 *   <li>OpenWhisk never removes stem cells for an activation, even if it then waits until one
 *       expires, or for ever; ours does so when nothing runs.
 *   <li>OpenWhisk appends an activation that a container handed back to the buffer, behind later
 *       ones; ours puts it before them.
 *   <li>OpenWhisk tries the head of the buffer again when a container has ended work or was
 *       removed; ours also when one reschedules, terminates or is a stem cell now ready.
 *   <li>OpenWhisk goes on giving work to a container that hands back; ours does not.
 *   <li>OpenWhisk replaces a taken stem cell although activations wait for memory; ours serves them
 *       first, and fills up when none waits.
 * </ul>
 */
final class ScanPool {

  private static final class Box {
    final long id;
    final StemCell stemCell;
    @Nullable FunctionSpec function;

    /** What it would be to start in it now; null while it can serve nothing. */
    @Nullable StartKind serves;

    boolean stemCellStarting;
    int active;
    long lastUsedMicros;
    long idleSinceMicros;
    long filed;

    Box(long id, StemCell stemCell) {
      this.id = id;
      this.stemCell = stemCell;
    }

    boolean canServe(FunctionSpec wanted, StartKind kind) {
      return serves == kind
          && (kind == STEM_CELL
              ? stemCell.equals(wanted.stemCell())
              : requireNonNull(function).id().equals(wanted.id())
                  && active < wanted.maxConcurrent());
    }

    boolean isIdle() {
      return serves == WARM && active == 0;
    }

    boolean isStemCell() {
      return serves == STEM_CELL || stemCellStarting;
    }
  }

  private final long memoryMb;
  private final long keepAliveMicros;
  private final Map<StemCell, Integer> stemCells;
  private final ContainerDriver driver;
  private final Map<Long, Box> byId = new HashMap<>();

  /** In the order of their last change. */
  private final NavigableMap<Long, Box> boxes = new TreeMap<>();

  private final Deque<Activation> handedBack = new ArrayDeque<>();
  private final Deque<Activation> arrived = new ArrayDeque<>();
  private boolean backfillDue;
  private long lastId;
  private long lastFiled;

  ScanPool(
      long memoryMb,
      long keepAliveMicros,
      Map<StemCell, Integer> stemCells,
      ContainerDriver driver) {
    this.memoryMb = memoryMb;
    this.keepAliveMicros = keepAliveMicros;
    this.stemCells = stemCells;
    this.driver = driver;
  }

  void start() {
    fillUpStemCells();
  }

  void submit(Activation activation, long nowMicros) {
    if (!isBufferEmpty() || !place(activation, nowMicros)) {
      arrived.add(activation);
    }
  }

  void handBack(long id, Activation activation, long nowMicros) {
    Box box = byId.get(id);
    if (box != null && box.active > 0) {
      box.active--;
      box.serves = null;
    }
    handedBack.add(activation);
    settle(nowMicros);
  }

  void stemCellReady(long id, long nowMicros) {
    Box box = byId.get(id);
    if (box != null && box.stemCellStarting) {
      box.stemCellStarting = false;
      box.serves = STEM_CELL;
      box.lastUsedMicros = nowMicros;
      file(box);
      settle(nowMicros);
    }
  }

  void completed(long id, long nowMicros) {
    Box box = byId.get(id);
    if (box != null && box.active > 0) {
      box.active--;
      if (box.serves != null) {
        box.serves = WARM;
        box.idleSinceMicros = nowMicros;
      }
      file(box);
      settle(nowMicros);
    }
  }

  void removed(long id, boolean replace, long nowMicros) {
    forget(id);
    backfillDue |= replace;
    settle(nowMicros);
  }

  void rescheduling(long id, long nowMicros) {
    if (forget(id)) {
      settle(nowMicros);
    }
  }

  void terminated(long id, long nowMicros) {
    backfillDue |= forget(id);
    settle(nowMicros);
  }

  void wakeUp(long nowMicros) {
    boxes.values().stream()
        .filter(b -> b.isIdle() && b.idleSinceMicros + keepAliveMicros <= nowMicros)
        .toList()
        .forEach(this::remove);
    settle(nowMicros);
  }

  long nextWakeUpMicros() {
    return boxes.values().stream()
        .filter(Box::isIdle)
        .mapToLong(b -> b.idleSinceMicros + keepAliveMicros)
        .min()
        .orElse(PoolPolicy.NEVER);
  }

  long usedMb() {
    long mb = 0;
    for (Box box : boxes.values()) {
      mb += box.stemCell.memoryMb();
    }
    return mb;
  }

  private void settle(long nowMicros) {
    while (!isBufferEmpty()) {
      Deque<Activation> first = handedBack.isEmpty() ? arrived : handedBack;
      Activation head = first.remove();
      if (!place(head, nowMicros)) {
        first.addFirst(head);
        return;
      }
    }
    if (backfillDue) {
      backfillDue = false;
      fillUpStemCells();
    }
  }

  private boolean isBufferEmpty() {
    return handedBack.isEmpty() && arrived.isEmpty();
  }

  private boolean place(Activation activation, long nowMicros) {
    FunctionSpec function = activation.function();
    Box box = find(boxes.descendingMap(), function, WARM);
    for (StartKind kind : new StartKind[] {WARMING, WARMING_COLD, STEM_CELL}) {
      box = box == null ? find(boxes, function, kind) : box;
    }
    StartKind start = box == null ? null : box.serves;
    if (box == null) {
      start = usedMb() + function.memoryMb() <= memoryMb ? COLD : RECREATED;
      if (start == RECREATED && !makeRoom(function.memoryMb())) {
        return false;
      }
      box = add(function.stemCell());
      box.serves = WARMING_COLD;
    } else if (start == STEM_CELL) {
      box.serves = WARMING;
    }
    box.function = function;
    box.active++;
    box.lastUsedMicros = nowMicros;
    file(box);
    driver.run(new ContainerId(box.id), activation, requireNonNull(start));
    if (start == STEM_CELL) {
      startStemCell(box.stemCell);
    }
    return true;
  }

  private static @Nullable Box find(Map<Long, Box> inOrder, FunctionSpec function, StartKind kind) {
    for (Box box : inOrder.values()) {
      if (box.canServe(function, kind)) {
        return box;
      }
    }
    return null;
  }

  private boolean makeRoom(long mb) {
    long used = 0;
    long evictable = 0;
    boolean anyBusy = false;
    for (Box box : boxes.values()) {
      anyBusy |= box.active > 0;
    }
    for (Box box : boxes.values()) {
      used += box.stemCell.memoryMb();
      boolean goes = box.isIdle() || (!anyBusy && box.serves == STEM_CELL);
      evictable += goes ? box.stemCell.memoryMb() : 0;
    }
    if (used - evictable + mb > memoryMb) {
      return false;
    }
    while (usedMb() + mb > memoryMb) {
      remove(
          boxes.values().stream()
              .filter(b -> b.isIdle() || b.serves == STEM_CELL)
              .min(
                  Comparator.comparing((Box b) -> !b.isIdle()).thenComparing(b -> b.lastUsedMicros))
              .orElseThrow());
    }
    return true;
  }

  private void fillUpStemCells() {
    stemCells.forEach(
        (stemCell, count) -> {
          long there =
              boxes.values().stream()
                  .filter(b -> b.isStemCell() && b.stemCell.equals(stemCell))
                  .count();
          for (long i = there; i < count; i++) {
            startStemCell(stemCell);
          }
        });
  }

  private void startStemCell(StemCell stemCell) {
    if (!isBufferEmpty()) {
      backfillDue = true;
    } else if (usedMb() + stemCell.memoryMb() <= memoryMb) {
      Box box = add(stemCell);
      box.stemCellStarting = true;
      driver.startStemCell(new ContainerId(box.id), stemCell);
    }
  }

  private Box add(StemCell stemCell) {
    Box box = new Box(++lastId, stemCell);
    byId.put(box.id, box);
    file(box);
    return box;
  }

  private void file(Box box) {
    boxes.remove(box.filed);
    box.filed = ++lastFiled;
    boxes.put(box.filed, box);
  }

  private void remove(Box box) {
    forget(box.id);
    driver.remove(new ContainerId(box.id));
  }

  private boolean forget(long id) {
    Box box = byId.remove(id);
    if (box != null) {
      boxes.remove(box.filed);
    }
    return box != null;
  }
}
