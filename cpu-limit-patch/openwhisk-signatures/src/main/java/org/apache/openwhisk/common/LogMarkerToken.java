/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import kamon.metric.MeasurementUnit;
import scala.Option;
import scala.collection.immutable.Map;

/** Value-like: component, action and state, which must not contain underscores. */
public class LogMarkerToken {
  private final String token;

  public LogMarkerToken(
      String component,
      String action,
      String state,
      Option<String> subAction,
      Map<String, String> tags,
      MeasurementUnit measurementUnit) {
    this.token = component + "_" + action + "_" + state;
  }

  @Override
  public String toString() {
    return token;
  }
}
