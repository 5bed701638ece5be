/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Positions of the columns of a table, by name.
 *
 * @param size number of columns, including those of the same name
 * @param ambiguous a name that several columns have
 */
public record CsvColumns(
    ImmutableMap<String, Integer> indexes, int size, Optional<String> ambiguous) {

  private static final Pattern MINUTE = Pattern.compile("\\d{1,6}");

  /** The columns of a header; none if the line is no CSV. */
  public static CsvColumns parse(String header) {
    List<String> names;
    try {
      names = CsvReader.builder().ofSingleCsvRecord(header).getFields();
    } catch (CsvParseException e) {
      names = List.of();
    }
    Map<String, Integer> indexes = new LinkedHashMap<>();
    Set<String> different = new HashSet<>();
    Optional<String> ambiguous = Optional.empty();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      indexes.put(name, i);
      if (!name.isEmpty() && !different.add(unpadded(name)) && ambiguous.isEmpty()) {
        ambiguous = Optional.of(name);
      }
    }
    return new CsvColumns(ImmutableMap.copyOf(indexes), names.size(), ambiguous);
  }

  /** The name of a minute without leading zeros. */
  private static String unpadded(String name) {
    return isMinute(name) ? Integer.valueOf(name).toString() : name;
  }

  private static boolean isMinute(String name) {
    return MINUTE.matcher(name).matches();
  }

  public boolean has(String name) {
    return indexes.containsKey(name);
  }

  public boolean hasAll(Collection<String> names) {
    return indexes.keySet().containsAll(names);
  }

  /** Index of a column that exists. */
  int index(String name) {
    Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no column " + name + " in " + indexes.keySet());
    }
    return index;
  }

  /** The columns named by a whole number, as number and index. */
  public Map<Integer, Integer> numbered() {
    ImmutableMap.Builder<Integer, Integer> numbered = ImmutableMap.builder();
    indexes.forEach(
        (name, index) -> {
          if (isMinute(name)) {
            numbered.put(Integer.valueOf(name), index);
          }
        });
    return numbered.buildKeepingLast();
  }
}
