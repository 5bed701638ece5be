/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.PreparationDepth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeDepthTest {

  @ParameterizedTest
  @CsvSource({
    // health test, choice, init parameters, user's image, API key
    "false,      , false, false, false, INITIALISED",
    "false,  true, false, false, false, INITIALISED",
    "false, false, false, false, false, STEM_CELL",
    "false, false, true,  true,  true,  STEM_CELL",
    "true,   true, false, false, false, STEM_CELL",
    "false,      , true,  false, false, CREATED",
    "false,  true, true,  false, false, CREATED",
    "false,      , false, true,  false, CREATED",
    "false,  true, false, true,  false, INITIALISED",
    "false,      , false, false, true,  CREATED",
    "false,  true, false, false, true,  INITIALISED",
  })
  void theFirstRuleThatAppliesDecides(
      boolean healthTest,
      Boolean choice,
      boolean initParameters,
      boolean usersImage,
      boolean apiKey,
      PreparationDepth depth) {
    assertThat(
            new SafeDepth(
                    healthTest, Optional.ofNullable(choice), initParameters, usersImage, apiKey)
                .depth())
        .isEqualTo(depth);
  }
}
