/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TenantTextTest {

  @Test
  void aShortTextStaysAsItIs() {
    assertThat(TenantText.quoted("guest/my package/pay")).isEqualTo("guest/my package/pay");
  }

  @Test
  void noTextBeginsALineOfItsOwn() {
    assertThat(TenantText.quoted("2\n[ERROR] forged\r\u0085\u2028\u2029\u001b[31m"))
        .isEqualTo("2?[ERROR] forged?????[31m");
  }

  @Test
  void aLongTextIsCutOff() {
    assertThat(TenantText.quoted("9".repeat(1_000_000))).hasSize(83).endsWith("9...");
  }
}
