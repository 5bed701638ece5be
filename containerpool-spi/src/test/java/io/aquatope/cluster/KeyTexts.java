/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.FunctionId;

/** Keys as OpenWhisk writes them. */
final class KeyTexts {

  static final String CLUSTER = "whisk";

  private KeyTexts() {}

  static String running(FunctionId f, int invoker, String container) {
    return "whisk/namespace/" + function(f) + "/invoker" + invoker + "/container/" + container;
  }

  static String ready(FunctionId f, int invoker, String container) {
    return "whisk/warmed/" + function(f) + "/invoker/" + invoker + "/container/" + container;
  }

  static String coming(FunctionId f, String scheduler, String creation) {
    return "whisk/in-progress/"
        + function(f)
        + ("/scheduler/" + scheduler + "/creationId/" + creation);
  }

  static String comingQueue(String namespace, String action) {
    return "whisk/in-progress/queue/" + namespace + "/" + action;
  }

  static String leader(String namespace, String action) {
    return "whisk/queue/" + namespace + "/" + action + "/leader";
  }

  static String follower(String namespace, String action, String scheduler) {
    return "whisk/queue/" + namespace + "/" + action + "/follower/" + scheduler;
  }

  static String invoker(int number, String... names) {
    return "whisk/invokers/" + number + (names.length == 0 ? "" : "/" + String.join("/", names));
  }

  static String scheduler(String id) {
    return "whisk/scheduler/" + id;
  }

  private static String function(FunctionId f) {
    return f.namespace() + "/" + f.action() + "/" + f.revision();
  }
}
