/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.io.ByteSource;
import com.google.common.io.ByteStreams;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in a zip or tar archive, without folders, hidden files, and those of operating systems.
 */
final class ArchiveMembers {

  /** Files in an archive: for each of them a tar archive is read up to the file. */
  private static final int MOST = 1_000;

  private final TraceFile archive;
  private final List<TraceFile> members = new ArrayList<>();

  private ArchiveMembers(TraceFile archive) {
    this.archive = archive;
  }

  /** The files in a file: those of an archive, or else itself. */
  static List<TraceFile> of(TraceFile file) throws IOException {
    Optional<FileSignature> signature = file.signature();
    if (signature.isEmpty()) {
      return List.of(file);
    }
    ArchiveMembers found = new ArchiveMembers(file);
    switch (signature.get()) {
      case ZIP, EMPTY_ZIP -> found.listZip();
      case TAR -> found.listTar();
      default -> throw file.refused(signature.get());
    }
    if (found.members.isEmpty()) {
      throw TraceFormatException.of(
          file.path(), "is " + signature.get().description() + " and has no file, expected some");
    }
    return List.copyOf(found.members);
  }

  private void listZip() throws IOException {
    Path path = archive.path();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory()) {
          add(name, FileSignature.ZIP, new MemberBytes(() -> ZipMember.open(path, name)));
        }
      }
    } catch (EOFException | ZipException e) {
      throw archive.broken(FileSignature.ZIP, e);
    } catch (IllegalArgumentException e) {
      // So the library says that it cannot decode a name.
      throw archive.broken(FileSignature.ZIP, new ZipException("a name in it is no text"));
    }
  }

  private void listTar() throws IOException {
    try (InputStream in = archive.unpacked();
        TarStream tar = new TarStream(in)) {
      int index = 0;
      for (Optional<String> name = tar.next(); name.isPresent(); name = tar.next()) {
        int at = index++;
        add(name.get(), FileSignature.TAR, new MemberBytes(() -> openTar(at)));
      }
      // Only at its end does gzip compare the checksum.
      ByteStreams.exhaust(in);
    } catch (EOFException | ZipException e) {
      throw archive.broken(FileSignature.TAR, e);
    }
  }

  private InputStream openTar(int index) throws IOException {
    TarStream tar = new TarStream(archive.unpacked());
    for (int i = 0; i <= index; i++) {
      tar.next();
    }
    return tar;
  }

  private void add(String name, FileSignature packing, ByteSource bytes)
      throws TraceFormatException {
    Path path;
    try {
      path = archive.path().resolve(name.replaceFirst("^/+", ""));
    } catch (InvalidPathException e) {
      throw TraceFormatException.of(
          archive.path(), "has a file of an unusable name, '" + TextExcerpt.of(name) + "'");
    }
    if (isHidden(name)) {
      return;
    }
    if (members.size() == MOST) {
      throw TraceFormatException.of(
          archive.path(), "has more than " + MOST + " files, expected fewer: unpack it");
    }
    members.add(new TraceFile(path, bytes, packing));
  }

  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/")
        || (name.startsWith(".") && !name.startsWith("./"))
        || name.contains("/.");
  }

  /** Opens the bytes of a member again. */
  @FunctionalInterface
  private interface MemberStream {
    InputStream open() throws IOException;
  }

  private static final class MemberBytes extends ByteSource {

    private final MemberStream stream;

    MemberBytes(MemberStream stream) {
      this.stream = stream;
    }

    @Override
    public InputStream openStream() throws IOException {
      return stream.open();
    }
  }
}
