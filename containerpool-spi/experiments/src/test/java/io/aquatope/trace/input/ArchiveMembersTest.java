/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchiveMembersTest {

  private static final String TEXT = "a,b\n1,2\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aFileIsFoundInEachPacking(FilePacking packing) throws IOException {
    assertThat(lines(packing.pack(TEXT.getBytes(UTF_8)))).containsExactly("a,b", "1,2");
  }

  /** Whatever byte is wrong or lost, the error is one that names the file. */
  @ParameterizedTest
  @EnumSource
  void damageIsAnErrorOfTheFile(FilePacking packing) throws IOException {
    byte[] whole = packing.pack(TEXT.getBytes(UTF_8));
    for (int at = 0; at < whole.length; at++) {
      byte[] shorter = Arrays.copyOf(whole, whole.length - 1);
      System.arraycopy(whole, at + 1, shorter, at, shorter.length - at);
      assertReadOrRefused(shorter);
      for (int mask : new int[] {0x01, 0x80, 0xff}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) mask;
        assertReadOrRefused(changed);
      }
    }
  }

  private void assertReadOrRefused(byte[] bytes) throws IOException {
    try {
      assertThat(lines(bytes)).isNotNull();
    } catch (TraceFormatException e) {
      assertThat(e).hasMessageContaining("records.file");
    }
  }

  private List<String> lines(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("records.file"), bytes);
    TraceFile only = TraceFile.in(file).get(0);
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = only.open()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (EOFException | ZipException e) {
      throw only.broken(e);
    }
    return lines;
  }
}
