/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.message.Records;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryUpdatesTest {

  private final List<String> asked = new ArrayList<>();
  private boolean ownerKnown = true;
  private final MemoryUpdates updates =
      new MemoryUpdates(
          (action, megabytes) -> {
            asked.add(action + " " + megabytes);
            return ownerKnown;
          });

  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  @Test
  void whatIsRecommendedIsAskedForOnce() {
    tell(Records.SHOP_DEFINED, Records.ran("invoker0", 600, 250, 250), advice(128, 256));
    updates.apply(state);
    updates.apply(state);

    assertThat(asked).as("256 MB is what both have").containsExactly("guest/cart 128");
  }

  @Test
  void anotherRecommendationIsAskedForAgain() {
    tell(Records.SHOP_DEFINED, advice(128, 256));
    updates.apply(state);
    asked.clear();
    tell(advice(192, 256));
    updates.apply(state);

    assertThat(asked).containsExactly("guest/cart 192");
  }

  @Test
  void whatCannotBeTriedNowIsAskedForLater() {
    tell(Records.SHOP_DEFINED, Records.ran("invoker0", 600, 250, 250), advice(128, 256));
    ownerKnown = false;
    updates.apply(state);
    ownerKnown = true;
    updates.apply(state);
    updates.apply(state);

    assertThat(asked).containsExactly("guest/cart 128", "guest/cart 128");
  }

  @Test
  void withoutARecommendationNothingIsAskedFor() {
    tell(Records.SHOP_DEFINED);
    updates.apply(state);

    assertThat(asked).isEmpty();
  }

  @Test
  void aRecommendationForAnotherVersionIsPassedOver() {
    tell(Records.SHOP_DEFINED, new MemoryAdvised("shop", "other", List.of(128, 128)));
    tell(new MemoryAdvised("shop", Records.SHOP.version(), List.of(128)));

    assertThat(state.workflows().get("shop"))
        .satisfies(shop -> assertThat(shop.load().advisedMb()).containsExactly(0, 0));
  }

  private static MemoryAdvised advice(Integer... megabytes) {
    return new MemoryAdvised("shop", Records.SHOP.version(), List.of(megabytes));
  }

  private void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }
}
