/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Factories of the plugin's threads. All are daemons, so none keeps a process alive. Their names
 * begin with {@code aquatope-}, so an operator finds them in a thread dump.
 */
public final class DaemonThreads {

  private static final String PREFIX = "aquatope-";

  private DaemonThreads() {}

  /** A factory for one thread at a time, which has this name. */
  public static ThreadFactory named(String name) {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException(name + " does not begin with " + PREFIX);
    }
    return work -> daemon(name, work);
  }

  /** A factory for several threads, whose names end with a number from 0. */
  public static ThreadFactory numbered(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> named(name + "-" + count.getAndIncrement()).newThread(work);
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
