/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits functions by the hash of their owner into {@code folds} parts of about the same size. One
 * owner's functions are often alike, so they must never be on both sides.
 *
 * @param fold the part held out, from 1 to {@code folds}
 * @param folds number of parts, at least 2
 */
public record OwnerSplit(int fold, int folds) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  public OwnerSplit {
    if (folds < 2 || fold < 1 || fold > folds) {
      throw new IllegalArgumentException(
          "expected a fold from 1 to the number of folds, at least 2; got " + fold + "/" + folds);
    }
  }

  /**
   * Parses text such as {@code 1/3}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static OwnerSplit parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a fold such as 1/3, got '" + text + "'");
    }
    return new OwnerSplit(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether the functions of this owner are held out. */
  public boolean heldOut(String owner) {
    int hash = Hashing.murmur3_32_fixed().hashString(owner, StandardCharsets.UTF_8).asInt();
    return Math.floorMod(hash, folds) == fold - 1;
  }

  /** The series held out. */
  public List<FunctionDemand> heldOut(List<FunctionDemand> series) {
    return series.stream().filter(one -> heldOut(one.owner())).toList();
  }

  /** All other series. */
  public List<FunctionDemand> others(List<FunctionDemand> series) {
    return series.stream().filter(one -> !heldOut(one.owner())).toList();
  }
}
