/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Parts of a page, from the class path. */
final class PageResources {

  private PageResources() {}

  /** A resource of this package. */
  static String text(String name) {
    return read("io/aquatope/report/" + name);
  }

  /** The script that draws charts. */
  static String chartLibrary() {
    Properties libraries = new Properties();
    try {
      libraries.load(new StringReader(text("libraries.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(libraries.getProperty("echarts"));
  }

  private static String read(String path) {
    try {
      return Resources.toString(Resources.getResource(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar lacks " + path, e);
    }
  }
}
