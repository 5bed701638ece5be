/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.util.Objects;
import scala.Option;
import spray.json.JsString;
import spray.json.JsValue;

public class CodeExecAsString extends CodeExec<String> {
  private final ExecManifest$RuntimeManifest manifest;
  private final String code;
  private final Option<String> entryPoint;

  public CodeExecAsString(
      ExecManifest$RuntimeManifest manifest, String code, Option<String> entryPoint) {
    this.manifest = manifest;
    this.code = code;
    this.entryPoint = entryPoint;
  }

  @Override
  public String kind() {
    return manifest.kind();
  }

  @Override
  public ByteSize size() {
    return new ByteSize(code.length(), SizeUnits$BYTE$.MODULE$);
  }

  @Override
  public JsValue codeAsJson() {
    return new JsString(code);
  }

  @Override
  public boolean pull() {
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeExecAsString
        && ((CodeExecAsString) other).manifest.equals(manifest)
        && ((CodeExecAsString) other).code.equals(code)
        && ((CodeExecAsString) other).entryPoint.equals(entryPoint);
  }

  @Override
  public int hashCode() {
    return Objects.hash(manifest, code, entryPoint);
  }
}
