/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.input.FilePacking;
import io.aquatope.trace.input.LeftOut;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same activations in every form, encoding and packing; and files with damaged bytes. */
final class RecordFormsTest {

  enum Encoding {
    UTF_8(StandardCharsets.UTF_8, ""),
    UTF_8_MARKED(StandardCharsets.UTF_8, "\uFEFF"),
    UTF_16LE_MARKED(StandardCharsets.UTF_16LE, "\uFEFF"),
    UTF_16BE_MARKED(StandardCharsets.UTF_16BE, "\uFEFF"),
    UTF_16LE(StandardCharsets.UTF_16LE, "");

    private final Charset charset;
    private final String mark;

    Encoding(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }

    byte[] encode(String text) {
      return (mark + text).getBytes(charset);
    }
  }

  @Provide
  Arbitrary<List<ActivationSample>> activations() {
    Arbitrary<ActivationSample> one =
        Combinators.combine(
                Arbitraries.longs(),
                Arbitraries.of("f", "g", "pkg/h", "ü", "a\"}{b"),
                Arbitraries.longs().between(0, 3_600_000),
                Arbitraries.integers().between(0, 2_000),
                Arbitraries.integers().between(0, 500),
                Arbitraries.integers().between(0, 60_000),
                Arbitraries.of("nodejs:20", "python:3", "blackbox"))
            .as(
                (id, name, start, wait, init, run, kind) ->
                    new ActivationSample(
                        String.format(Locale.ROOT, "%016x%016x", id, id * 31 + start),
                        name,
                        ActivationSample.BEGIN + start,
                        wait,
                        init,
                        run,
                        name.length() * 128,
                        kind));
    return one.list()
        .ofMinSize(2)
        .ofMaxSize(12)
        .uniqueElements(ActivationSample::id)
        .uniqueElements(sample -> sample.start() - sample.waits());
  }

  @Property(tries = 400)
  void theSameActivationsAreReadFromEachForm(
      @ForAll("activations") List<ActivationSample> activations,
      @ForAll RecordForm form,
      @ForAll Encoding encoding,
      @ForAll FilePacking packing)
      throws IOException {
    byte[] bytes = packing.pack(encoding.encode(form.text(activations)));

    Trace trace = inFile(bytes, TraceFiles::read).trace();

    assertThat(calls(trace)).isEqualTo(calls(activations));
  }

  private static List<String> calls(Trace trace) {
    List<String> calls = new ArrayList<>();
    long start = trace.start().toEpochMilli();
    for (int i = 0; i < trace.size(); i++) {
      var spec = trace.functions().get(trace.function(i)).spec();
      calls.add(
          String.join(
              " ",
              spec.id().namespace(),
              spec.id().action(),
              spec.kind(),
              "" + spec.memoryMb(),
              "" + (start + trace.offsetMicros(i) / 1000),
              "" + trace.runMicros(i) / 1000));
    }
    calls.sort(null);
    return calls;
  }

  /** The first record of a function tells its kind, as its memory. */
  private static List<String> calls(List<ActivationSample> activations) {
    List<String> calls = new ArrayList<>();
    for (ActivationSample one : activations) {
      String kind =
          activations.stream()
              .filter(other -> other.name().equals(one.name()))
              .findFirst()
              .orElseThrow()
              .kind();
      calls.add(
          String.join(
              " ",
              "guest",
              one.path(),
              kind,
              "" + one.memoryMb(),
              "" + (one.start() - one.waits()),
              "" + one.run()));
    }
    calls.sort(null);
    return calls;
  }

  /** What was there is read, counted as left out, or an error that names the file. */
  @Property(tries = 1_500)
  void damagedBytesNeverMakeItLessInSilence(
      @ForAll("activations") List<ActivationSample> activations,
      @ForAll RecordForm form,
      @ForAll FilePacking packing,
      @ForAll Random random,
      @ForAll boolean skipping)
      throws IOException {
    byte[] whole = packing.pack(form.text(activations).getBytes(StandardCharsets.UTF_8));
    byte[] damaged = damage(whole, random);
    long bad;
    long accounted;
    try {
      ReadTrace read = inFile(damaged, skipping ? TraceFiles::readSkipping : TraceFiles::read);
      bad = read.skippedLines().values().stream().mapToLong(Long::longValue).sum();
      accounted =
          bad + read.trace().size() + read.leftOut().stream().mapToLong(LeftOut::count).sum();
    } catch (UncheckedIOException e) {
      assertThat(e.getCause())
          .isInstanceOf(TraceFormatException.class)
          .hasMessageContaining("records.file");
      return;
    }
    // A line that was left out may have held several records, if the form is so.
    long least = bad > 0 && form.hasSeveralOnALine() ? 1 : activations.size();
    assertThat(accounted).isGreaterThanOrEqualTo(least);
  }

  /** One byte becomes another, is gone, or there is one more. */
  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(3)) {
      case 0 -> {
        byte[] changed = bytes.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 1 -> {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, shorter, at, bytes.length - 1 - at);
        yield shorter;
      }
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        longer[at] = (byte) "{}[]\",:\n 0".charAt(random.nextInt(10));
        yield longer;
      }
    };
  }

  /** Reads a file that is gone afterwards. */
  private interface FileReader {
    ReadTrace read(Path... files) throws IOException;
  }

  private static ReadTrace inFile(byte[] bytes, FileReader reader) throws IOException {
    Path file = Files.createTempFile("aquatope", "records.file");
    try {
      return reader.read(Files.write(file, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Files.delete(file);
    }
  }
}
