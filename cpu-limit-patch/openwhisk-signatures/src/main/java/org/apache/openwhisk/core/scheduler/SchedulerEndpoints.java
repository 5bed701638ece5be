/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.scheduler;

public class SchedulerEndpoints {
  private final String host;
  private final int rpcPort;
  private final int pekkoPort;

  public SchedulerEndpoints(String host, int rpcPort, int pekkoPort) {
    this.host = host;
    this.rpcPort = rpcPort;
    this.pekkoPort = pekkoPort;
  }

  public String host() {
    return host;
  }

  public int rpcPort() {
    return rpcPort;
  }

  public int pekkoPort() {
    return pekkoPort;
  }
}
