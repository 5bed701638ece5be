/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

/** One window of one training function. Holds its arrays as given: there are very many of it. */
public final class GateSample {

  private final float[] features;
  private final float[] likelihoods;

  /**
   * A sample.
   *
   * @param features what the network reads
   * @param likelihoods P(outcome | demand) under each expert if there was demand, empty if not
   */
  public GateSample(float[] features, float[] likelihoods) {
    this.features = features;
    this.likelihoods = likelihoods;
  }

  float[] features() {
    return features;
  }

  float[] likelihoods() {
    return likelihoods;
  }

  boolean active() {
    return likelihoods.length > 0;
  }
}
