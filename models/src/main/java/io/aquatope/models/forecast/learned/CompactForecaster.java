/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link MixtureForecaster} that is stored as a few hundred bytes between uses. A new function
 * takes some 400 bytes, one called once in a hundred windows 700, one called in every other window
 * 4 KB.
 */
final class CompactForecaster implements Forecaster {

  private final FunctionTrigger trigger;
  private final MixtureModel model;
  private @Nullable MixtureForecaster open;
  private byte @Nullable [] held;

  CompactForecaster(FunctionTrigger trigger, MixtureModel model) {
    this.trigger = trigger;
    this.model = model;
  }

  private MixtureForecaster open() {
    MixtureForecaster known = open;
    if (known == null) {
      known = model.open(trigger);
      if (held != null) {
        known.having(held);
      }
      open = known;
      held = null;
    }
    return known;
  }

  @Override
  public void observe(DemandWindow window) {
    open().observe(window);
  }

  @Override
  public List<PredictiveDistribution> forecast(int horizon) {
    return open().forecast(horizon);
  }

  @Override
  public List<PredictiveDistribution> brief(int horizon) {
    return open().brief(horizon);
  }

  @Override
  public void compact() {
    if (open != null) {
      held = open.written();
      open = null;
    }
  }
}
