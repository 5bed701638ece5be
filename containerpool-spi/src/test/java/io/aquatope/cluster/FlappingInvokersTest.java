/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Invokers that divide the preparation of one function while some of them come and go. Each hears
 * of keys with a delay of its own, prepares for a while that no other sees, and plans each second.
 */
class FlappingInvokersTest {

  private static final long SECOND = 1_000_000;
  private static final long PREPARATION = 2 * SECOND;
  private static final FunctionSpec F =
      new FunctionSpec(new FunctionId("ns", "ns/f", "1-0"), "nodejs:20", 256, 1);

  private record Notice(long at, long number, Runnable what) implements Comparable<Notice> {
    @Override
    public int compareTo(Notice other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private static final class Member {
    final int number;
    final ClusterFacts facts =
        new ClusterFacts(
            new ClusterKeyReader(KeyTexts.CLUSTER),
            value -> new InvokerResources(true, 4096, 0, Set.of(), Set.of()),
            ClusterListener.NONE);
    final ContainerSlots slots;
    final List<String> ready = new ArrayList<>();
    int preparing;
    boolean isUp = true;

    Member(int number) {
      this.number = number;
      slots = new ContainerSlots(facts, RequiredTags.NONE, number);
    }
  }

  private static final class Cluster {
    final SplittableRandom random;
    final List<Member> members = new ArrayList<>();
    final PriorityQueue<Notice> notices = new PriorityQueue<>();
    final int wanted;
    long now;
    long number;
    int most;

    Cluster(long seed, int size, int wanted) {
      random = new SplittableRandom(seed);
      this.wanted = wanted;
      for (int i = 0; i < size; i++) {
        members.add(new Member(i));
      }
      for (int i = 0; i < size; i++) {
        tellAll(KeyTexts.invoker(i), true);
      }
    }

    void at(long when, Runnable what) {
      notices.add(new Notice(when, number++, what));
    }

    /** Each member hears of a key within half a second, in the order of etcd. */
    void tellAll(String key, boolean isPut) {
      for (Member member : members) {
        long heard = now + 500_000 - (member.number * 37_000L) % 400_000;
        at(
            heard,
            () -> {
              if (isPut) {
                member.facts.put(key, "", heard);
              } else {
                member.facts.delete(key, heard);
              }
            });
      }
    }

    int ready() {
      return members.stream().filter(m -> m.isUp).mapToInt(m -> m.ready.size()).sum();
    }

    void run(long seconds, boolean flapping) {
      for (long until = now + seconds * SECOND; now < until; now += SECOND / 4) {
        while (!notices.isEmpty() && notices.peek().at <= now) {
          notices.remove().what.run();
        }
        if (flapping && random.nextInt(4 * 60) == 0) {
          flap(members.get(random.nextInt(members.size())));
        }
        for (Member member : members) {
          // Not all plan at the same time.
          if (member.isUp && (now / (SECOND / 4) + member.number) % 4 == 0) {
            plan(member);
          }
        }
        most = Math.max(most, ready());
      }
    }

    private void flap(Member member) {
      if (member.isUp) {
        member.ready.forEach(key -> tellAll(key, false));
        member.ready.clear();
        member.preparing = 0;
      }
      member.isUp = !member.isUp;
      tellAll(KeyTexts.invoker(member.number), member.isUp);
    }

    private void plan(Member member) {
      int elsewhere =
          member.facts.readyAt(F.id()).size() - member.facts.readyAt(F.id()).count(member.number);
      int all = elsewhere + member.ready.size() + member.preparing;
      if (all < wanted) {
        int own = member.ready.size() + member.preparing;
        int count = member.slots.toPrepare(F, wanted - all, own, now);
        for (int i = 0; i < count; i++) {
          prepare(member);
        }
      } else if (all > wanted) {
        int count = member.slots.toRelease(F.id(), all - wanted);
        for (int i = 0; i < count && !member.ready.isEmpty(); i++) {
          tellAll(member.ready.remove(0), false);
        }
      }
    }

    private void prepare(Member member) {
      member.preparing++;
      String key = KeyTexts.ready(F.id(), member.number, "c" + number++);
      at(
          now + PREPARATION,
          () -> {
            if (member.isUp && member.preparing > 0) {
              member.preparing--;
              member.ready.add(key);
              tellAll(key, true);
            }
          });
    }
  }

  @Property(tries = 100)
  void invokersThatStayPrepareWhatIsWantedAndNothingTwice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int size,
      @ForAll @IntRange(min = 1, max = 6) int wanted) {
    Cluster cluster = new Cluster(seed, size, wanted);
    cluster.run(60, false);
    assertThat(cluster.ready()).isEqualTo(wanted);
    assertThat(cluster.most).as("at any time").isEqualTo(wanted);
  }

  @Property(tries = 100)
  void invokersThatFlapDuplicateOneContainerAtMost(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int size) {
    Cluster cluster = new Cluster(seed, size, 1);
    cluster.run(1800, true);
    assertThat(cluster.most).isLessThanOrEqualTo(2);
    for (Member member : cluster.members) {
      if (!member.isUp) {
        cluster.flap(member);
      }
    }
    cluster.run(120, false);
    assertThat(cluster.ready()).as("once all have stayed").isEqualTo(1);
  }

  @Property(tries = 100)
  void invokersThatFlapDuplicateEachContainerOnceAtMost(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 8) int size,
      @ForAll @IntRange(min = 2, max = 6) int wanted) {
    Cluster cluster = new Cluster(seed, size, wanted);
    cluster.run(1800, true);
    assertThat(cluster.most).isLessThanOrEqualTo(2 * wanted);
    for (Member member : cluster.members) {
      if (!member.isUp) {
        cluster.flap(member);
      }
    }
    cluster.run(120, false);
    assertThat(cluster.ready()).isEqualTo(wanted);
  }
}
