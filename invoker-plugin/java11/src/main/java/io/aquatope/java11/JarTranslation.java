/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The translated entries of a jar, in the jar's order. All files get the time of the jar's first
 * entry, so the same jar always gives the same bytes, in any time zone.
 */
final class JarTranslation {

  private static final String CLASS = ".class";
  private static final String JSON_CREATOR = "annotation/JsonCreator" + CLASS;
  private static final String JACKSON = "com/fasterxml/jackson/annotation/";

  private final Map<String, byte[]> entries;
  private final LocalDateTime time;

  private JarTranslation(Map<String, byte[]> entries, LocalDateTime time) {
    this.entries = entries;
    this.time = time;
  }

  /**
   * Reads a jar and translates its classes.
   *
   * @throws IOException if it is no jar, has an entry twice, is signed, or has a damaged class;
   *     names the file and the entry
   */
  static JarTranslation read(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    LocalDateTime time = null;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)")) {
          throw new IOException("'" + jar + "' is signed, expected a jar without signatures");
        }
        time = time == null ? entry.getTimeLocal() : time;
        try (InputStream in = zip.getInputStream(entry)) {
          if (entries.put(entry.getName(), in.readAllBytes()) != null) {
            throw new IOException("'" + jar + "' has the entry " + entry.getName() + " twice");
          }
        }
      }
    } catch (ZipException e) {
      throw new IOException("'" + jar + "' is not a jar: " + e.getMessage(), e);
    }
    if (time == null || !entries.containsKey(JarFile.MANIFEST_NAME)) {
      throw new IOException("'" + jar + "' has no manifest");
    }
    translate(jar, entries);
    return new JarTranslation(entries, time);
  }

  private static void translate(Path jar, Map<String, byte[]> entries) throws IOException {
    ClassTranslation translation =
        new ClassTranslation(
            entries.keySet().stream()
                .filter(name -> name.endsWith("/" + JSON_CREATOR))
                .map(name -> name.substring(0, name.length() - "JsonCreator.class".length()))
                .findFirst()
                .orElse(JACKSON));
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (entry.getKey().endsWith(CLASS)) {
        try {
          entry.setValue(translation.translate(entry.getValue()));
        } catch (RuntimeException e) {
          throw new IOException(
              "'" + jar + "' has a damaged class file: " + entry.getKey() + ": " + e, e);
        }
      }
    }
  }

  /** Adds a file at the end, or replaces it. */
  void add(String name, byte[] content) {
    entries.put(name, content);
  }

  /** Sets an attribute of the manifest. */
  void attribute(String name, String value) throws IOException {
    Manifest manifest =
        new Manifest(
            new ByteArrayInputStream(Objects.requireNonNull(entries.get(JarFile.MANIFEST_NAME))));
    manifest.getMainAttributes().putValue(name, value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    entries.put(JarFile.MANIFEST_NAME, out.toByteArray());
  }

  /** The class files, by internal name. */
  Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    entries.forEach(
        (name, content) -> {
          if (name.endsWith(CLASS)) {
            classes.put(name.substring(0, name.length() - CLASS.length()), content);
          }
        });
    return classes;
  }

  /** Writes the jar. A jar that is there is replaced once the new one is whole. */
  void write(Path jar) throws IOException {
    Path part = jar.resolveSibling(jar.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(part);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(time);
        zip.putNextEntry(written);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
