/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.collection.immutable.Map;

public final class LoggingMarkers$ {
  public static final LoggingMarkers$ MODULE$ = new LoggingMarkers$();

  public LogMarkerToken INVOKER_ACTIVATION() {
    throw new SignatureOnly();
  }

  public LogMarkerToken INVOKER_CONTAINER_START(
      String containerState, String invocationNamespace, String namespace, String action) {
    throw new SignatureOnly();
  }

  public LogMarkerToken INVOKER_CONTAINERPOOL_MEMORY(String state) {
    throw new SignatureOnly();
  }

  public LogMarkerToken INVOKER_CONTAINERPOOL_CONTAINER(
      String state, Option<Map<String, String>> tags) {
    throw new SignatureOnly();
  }

  public LogMarkerToken INVOKER_CONTAINER_CREATE(String action, String state) {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_RESCHEDULED_ACTIVATION() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_RUNBUFFER_COUNT() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_RUNBUFFER_SIZE() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_ACTIVE_COUNT() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_ACTIVE_SIZE() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_PREWARM_COUNT() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_PREWARM_SIZE() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_IDLES_COUNT() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_IDLES_SIZE() {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_PREWARM_COLDSTART(String memory, String kind) {
    throw new SignatureOnly();
  }

  public LogMarkerToken CONTAINER_POOL_PREWARM_EXPIRED(String memory, String kind) {
    throw new SignatureOnly();
  }
}
