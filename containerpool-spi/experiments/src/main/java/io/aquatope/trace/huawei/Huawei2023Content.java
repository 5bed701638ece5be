/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Contents of a table of the Huawei Cloud 2023 data set. All tables have the same columns; the
 * names of the files or of their folders tell the content.
 */
enum Huawei2023Content {
  FUNCTION_DELAY("function_delay", "function-delay", "durations", "duration"),
  PLATFORM_DELAY("platform_delay", "platform-delay"),
  MEMORY_LIMIT("memory_limit", "memory-limit"),
  MEMORY_USAGE("memory_usage", "memory-usage"),
  CPU_LIMIT("cpu_limit", "cpu-limit"),
  CPU_USAGE("cpu_usage", "cpu-usage"),
  INSTANCES("instances"),
  REQUESTS("requests", "request");

  private final ImmutableList<String> names;

  Huawei2023Content(String... names) {
    this.names = ImmutableList.copyOf(names);
  }

  /** The content of a file by its name, or else by its folder's; requests if neither tells. */
  static Huawei2023Content of(Path file) {
    for (int last = file.getNameCount() - 1; last >= Math.max(0, file.getNameCount() - 3); last--) {
      String name = file.getName(last).toString().toLowerCase(Locale.ROOT);
      for (Huawei2023Content content : values()) {
        if (content.names.stream().anyMatch(name::contains)) {
          return content;
        }
      }
    }
    return REQUESTS;
  }
}
