/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No number and no word in a report, a message or the log depends on the language of the machine:
 * whatever formats says {@code Locale.ROOT}.
 */
final class LocaleTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of(
          "models",
          "containerpool-spi",
          "containerpool-spi/experiments",
          "cpu-limit-patch",
          "cpu-limit-patch/openwhisk-kit",
          "invoker-plugin");

  /** Their output is for people and for programs, and all of it has a locale. */
  private static final List<String> STRICT =
      List.of(
          "backtest",
          "cli",
          "config",
          "cpu",
          "doctor",
          "evaluate",
          "metrics",
          "replay",
          "report",
          "status",
          "text",
          "trace",
          "tune");

  private static final Pattern CASE = Pattern.compile("\\.to(Lower|Upper)Case\\(\\s*\\)");
  private static final Pattern FORMAT =
      Pattern.compile(
          "\\.formatted\\(|(String\\.format|\\.printf|\\bout\\.format)\\((?!\\s*Locale)"
              + "|new DecimalFormat\\(|NumberFormat\\.get\\w+\\(\\s*\\)");
  private static final Pattern FRACTION_OR_GROUPS =
      Pattern.compile("%(\\d+\\$)?[-#+ 0(]*(,[-#+ 0(]*)?\\d*(\\.\\d+)?[feEgG]|%[-#+ 0(\\d]*,");

  @Test
  void noCaseIsChangedByTheRulesOfALanguage() throws IOException {
    assertThat(offences(MODULES, source -> CASE.matcher(source).find())).isEmpty();
  }

  @Test
  void noFractionIsPrintedByTheRulesOfALanguage() throws IOException {
    assertThat(
            offences(
                MODULES,
                statement ->
                    FORMAT.matcher(statement).find()
                        && FRACTION_OR_GROUPS.matcher(statement).find()))
        .isEmpty();
  }

  @Test
  void whatIsForPeopleIsFormattedWithALocale() throws IOException {
    List<String> offences =
        offences(MODULES, statement -> FORMAT.matcher(statement).find()).stream()
            .filter(place -> STRICT.stream().anyMatch(name -> isIn(name, place)))
            .toList();
    assertThat(offences).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%.3f\"", "\"%,d\"", "\"%-8.2e x\"", "\"%1$,.1f\"", "\"%08.3f\""})
  void aFractionIsRecognised(String literal) {
    assertThat(FRACTION_OR_GROUPS.matcher(literal).find()).isTrue();
    assertThat(FORMAT.matcher(literal + ".formatted(x)").find()).isTrue();
    assertThat(FORMAT.matcher("String.format(" + literal + ", x)").find()).isTrue();
    assertThat(FORMAT.matcher("String.format(\n  Locale.ROOT, " + literal + ", x)").find())
        .isFalse();
  }

  private static boolean isIn(String name, String place) {
    return place.contains("/io/aquatope/" + name + "/");
  }

  /** The files with a statement that offends. */
  private static List<String> offences(
      List<String> modules, java.util.function.Predicate<String> rule) throws IOException {
    List<String> places = new ArrayList<>();
    for (String module : modules) {
      Path sources = ROOT.resolve(module).resolve(Path.of("src", "main", "java"));
      assertThat(sources).isDirectory();
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> statements(file).anyMatch(rule))
            .forEach(file -> places.add(file.toString().replace('\\', '/')));
      }
    }
    return places;
  }

  private static Stream<String> statements(Path file) {
    try {
      return Stream.of(Files.readString(file).split(";\\s*\\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
