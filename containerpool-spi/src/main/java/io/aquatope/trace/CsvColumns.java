/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the columns of a table are, by name. */
record CsvColumns(ImmutableMap<String, Integer> indexes) {

  /** The columns of a header; none if the line is no CSV. */
  static CsvColumns parse(String header) {
    List<String> names;
    try {
      names = CsvReader.builder().ofSingleCsvRecord(header).getFields();
    } catch (CsvParseException e) {
      names = List.of();
    }
    ImmutableMap.Builder<String, Integer> indexes = ImmutableMap.builder();
    for (int i = 0; i < names.size(); i++) {
      indexes.put(names.get(i).strip(), i);
    }
    return new CsvColumns(indexes.buildKeepingLast());
  }

  boolean has(String name) {
    return indexes.containsKey(name);
  }

  boolean hasAll(Collection<String> names) {
    return indexes.keySet().containsAll(names);
  }

  int size() {
    return indexes.size();
  }

  /** Index of a column that is known to be there. */
  int index(String name) {
    Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no column " + name + " in " + indexes.keySet());
    }
    return index;
  }

  /** The columns named by a whole number, as number and index. */
  Map<Integer, Integer> numbered() {
    ImmutableMap.Builder<Integer, Integer> numbered = ImmutableMap.builder();
    indexes.forEach(
        (name, index) -> {
          if (name.matches("\\d{1,6}")) {
            numbered.put(Integer.valueOf(name), index);
          }
        });
    return numbered.buildKeepingLast();
  }
}
