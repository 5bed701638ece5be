/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

/**
 * One window of one training function. Stores its arrays without copying, as there are very many
 * samples.
 */
public final class GateSample {

  private final float[] features;
  private final float[] likelihoods;

  /**
   * A sample.
   *
   * @param features input of the network
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
