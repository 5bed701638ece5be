/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.testcontainers.utility.DockerImageName;

/**
 * A runtimes manifest of single images, without stem cells.
 *
 * @param images by kind, which is a family and a version: "python:3"
 */
record RuntimesManifest(Map<String, DockerImageName> images) {

  static final RuntimesManifest NONE = new RuntimesManifest(Map.of());

  RuntimesManifest with(String kind, DockerImageName image) {
    if (!kind.matches("[^:]+:[^:]+")) {
      throw new IllegalArgumentException(
          "the kind '%s', expected FAMILY:VERSION, for example python:3".formatted(kind));
    }
    return new RuntimesManifest(
        ImmutableMap.<String, DockerImageName>builder()
            .putAll(images)
            .put(kind, image)
            .buildKeepingLast());
  }

  /** The manifest as OpenWhisk reads it; the first kind of a family is its default. */
  String json() {
    ObjectNode manifest = new ObjectMapper().createObjectNode();
    ObjectNode families = manifest.putObject("runtimes");
    images.forEach(
        (kind, image) -> {
          var family = families.withArray(kind.substring(0, kind.indexOf(':')));
          ObjectNode runtime = family.addObject();
          runtime.put("kind", kind).put("default", family.size() == 1);
          String repository = image.getUnversionedPart();
          int slash = repository.lastIndexOf('/');
          ObjectNode name = runtime.putObject("image");
          if (slash >= 0) {
            name.put("prefix", repository.substring(0, slash));
          }
          name.put("name", repository.substring(slash + 1)).put("tag", image.getVersionPart());
        });
    manifest.putArray("blackboxes");
    return manifest.toString();
  }
}
