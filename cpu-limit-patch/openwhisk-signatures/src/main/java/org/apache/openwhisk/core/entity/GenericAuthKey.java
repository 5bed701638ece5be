/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import spray.json.JsObject;

public abstract class GenericAuthKey {
  public abstract JsObject toEnvironment();
}
