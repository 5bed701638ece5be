/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The classes of jars and folders, or of {@linkplain ShapeFile shapes} that stand for them, read as
 * files and never loaded. If a class occurs twice, the first one counts. Classes of the Java
 * platform are those of the running virtual machine. A {@linkplain FatJar fat jar} stands for the
 * jars in it.
 */
public final class ClassPath {

  private static final String CLASS = ".class";

  /** Location of each class file, by internal name. */
  private final Map<String, Path> places = new LinkedHashMap<>();

  private final Map<String, Optional<ClassShape>> shapes = new HashMap<>();

  /**
   * Parses a class path in the syntax of the {@code java} command. A folder stands for the classes
   * below it and for the jars in it.
   *
   * @throws IOException if a part of it cannot be read; names it
   */
  public static ClassPath parse(String text) throws IOException {
    List<Path> parts =
        Arrays.stream(text.split(File.pathSeparator))
            .filter(part -> !part.isBlank())
            .map(part -> part.endsWith("/*") ? part.substring(0, part.length() - 2) : part)
            .map(Path::of)
            .toList();
    return of(parts);
  }

  /** The classes of these jars and folders. */
  public static ClassPath of(Collection<Path> parts) throws IOException {
    ClassPath classPath = new ClassPath();
    for (Path part : parts) {
      if (Files.isDirectory(part)) {
        classPath.addFolder(part);
      } else if (part.toString().endsWith(ShapeFile.SUFFIX)) {
        classPath.addShapes(part);
      } else if (Files.isRegularFile(part)) {
        classPath.addJar(part);
      } else {
        throw new IOException("class path: '" + part + "' is no jar and no folder");
      }
    }
    return classPath;
  }

  private ClassPath() {}

  private void addFolder(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted()
          .forEach(
              file -> {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (name.endsWith(CLASS)) {
                  places.putIfAbsent(className(name), file);
                } else if (name.endsWith(".jar") && folder.equals(file.getParent())) {
                  jars.add(file);
                }
              });
    }
    for (Path jar : jars) {
      addJar(jar);
    }
  }

  private void addJar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      Optional<Path> unpacked = FatJar.unpack(jar);
      if (unpacked.isPresent()) {
        addFolder(unpacked.get());
        return;
      }
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(CLASS))
          .forEach(name -> places.putIfAbsent(className(name), path));
    } catch (IOException e) {
      throw new IOException("class path: '" + path + "' is not a jar: " + e.getMessage(), e);
    }
  }

  private void addShapes(Path file) throws IOException {
    for (ClassShape shape : ShapeFile.read(file)) {
      if (places.putIfAbsent(shape.name(), file) == null) {
        shapes.put(shape.name(), Optional.of(shape));
      }
    }
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length());
  }

  /** The internal names of all classes, with slashes. */
  public Collection<String> classNames() {
    return places.keySet();
  }

  /** Whether a class is here. The Java platform does not count. */
  public boolean has(String name) {
    return places.containsKey(name);
  }

  /** Finds the shape of a class here or in the Java platform. */
  public Optional<ClassShape> find(String name) throws IOException {
    Optional<ClassShape> known = shapes.get(name);
    if (known == null) {
      byte[] bytes = bytes(name);
      known = bytes.length == 0 ? Optional.empty() : Optional.of(ClassShape.read(bytes));
      shapes.put(name, known);
    }
    return known;
  }

  /** Reads a class file; empty if there is none. */
  public byte[] bytes(String name) throws IOException {
    Path place = places.get(name);
    if (place == null) {
      return ofPlatform(name);
    } else if (place.toString().endsWith(CLASS)) {
      return Files.readAllBytes(place);
    }
    try (JarFile jar = new JarFile(place.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name + CLASS))) {
      return in.readAllBytes();
    }
  }

  private static byte[] ofPlatform(String name) throws IOException {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + CLASS)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
