/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import scala.Option;

public class EtcdConfig {
  private final String hosts;
  private final Option<String> username;
  private final Option<String> password;

  public EtcdConfig(String hosts, Option<String> username, Option<String> password) {
    this.hosts = hosts;
    this.username = username;
    this.password = password;
  }

  public String hosts() {
    return hosts;
  }

  public Option<String> username() {
    return username;
  }

  public Option<String> password() {
    return password;
  }
}
