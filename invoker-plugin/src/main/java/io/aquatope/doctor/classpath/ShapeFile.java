/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compressed text with the shapes of classes, which stands for the classes on a class path. A line
 * for each class has its name, its access flags as a hexadecimal number, its superclass and its
 * interfaces. An indented line for each member has its kind, flags, name and descriptor. Private
 * members and the bodies of lambdas are left out, because nothing else links to them.
 */
public final class ShapeFile {

  public static final String SUFFIX = ".shapes.gz";

  private static final Splitter WORDS = Splitter.on(' ');
  private static final String FIELD = "f";
  private static final String METHOD = "m";
  private static final int RADIX = 16;

  private ShapeFile() {}

  /** Writes the shapes to a file, which is replaced if it is there. */
  public static void write(Path file, Collection<ClassShape> shapes) throws IOException {
    try (PrintWriter out =
        new PrintWriter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8))) {
      for (ClassShape shape : shapes) {
        out.print(
            String.join(
                    " ",
                    shape.name(),
                    Integer.toString(shape.access(), RADIX),
                    String.valueOf(shape.superName()),
                    String.join(",", shape.interfaces()))
                + "\n");
        write(FIELD, shape.fields(), out);
        write(METHOD, shape.methods(), out);
      }
      if (out.checkError()) {
        throw new IOException("cannot write '" + file + "'");
      }
    }
  }

  private static void write(String kind, List<ClassMember> members, PrintWriter out) {
    members.stream()
        .filter(member -> !member.isPrivate() && !member.name().startsWith("$anonfun$"))
        .map(
            member ->
                String.join(
                    " ",
                    "",
                    "",
                    kind,
                    Integer.toString(member.access(), RADIX),
                    member.name(),
                    member.descriptor()))
        .sorted()
        .forEach(line -> out.print(line + "\n"));
  }

  /**
   * Reads the shapes of a file.
   *
   * @throws IOException if it is no such file; names it and the line
   */
  public static List<ClassShape> read(Path file) throws IOException {
    List<ClassShape> shapes = new ArrayList<>();
    int number = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        number++;
        List<String> words = WORDS.splitToList(line);
        if (!line.startsWith(" ")) {
          shapes.add(shape(words));
        } else {
          ClassShape last = shapes.get(shapes.size() - 1);
          (words.get(2).equals(FIELD) ? last.fields() : last.methods()).add(member(words));
        }
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException(
          "class path: '" + file + "', line " + number + ": expected a class or a member", e);
    }
    return shapes;
  }

  private static ClassShape shape(List<String> words) {
    int access = Integer.parseInt(words.get(1), RADIX);
    String superName = words.get(2);
    return new ClassShape(
        words.get(0),
        access,
        superName.equals("null") ? null : superName,
        Splitter.on(',').omitEmptyStrings().splitToList(words.get(3)),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static ClassMember member(List<String> words) {
    return new ClassMember(words.get(4), words.get(5), Integer.parseInt(words.get(3), RADIX));
  }
}
