/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.hash.Hashing;
import java.io.UncheckedIOException;

/** Fingerprint of a workflow's definition, the same in all processes: a hash of its JSON. */
final class WorkflowFingerprint {

  private static final int LENGTH = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WorkflowFingerprint() {}

  static String of(Workflow workflow) {
    try {
      return Hashing.sha256()
          .hashBytes(JSON.writeValueAsBytes(workflow))
          .toString()
          .substring(0, LENGTH);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
