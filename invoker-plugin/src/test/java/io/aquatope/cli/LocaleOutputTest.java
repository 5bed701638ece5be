/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports are the same in every language of the machine. */
final class LocaleOutputTest {

  private final Locale before = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "fr-FR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void aReplayIsReportedAlikeInEveryLanguage(String language) throws IOException {
    String english = replay(Locale.ENGLISH);
    assertThat(english).containsPattern("\\d,\\d{3} activations");
    assertThat(shape(replay(Locale.forLanguageTag(language)))).isEqualTo(shape(english));
  }

  @Test
  void aReplayInGermanHasPointsForFractions() throws IOException {
    String out = replay(Locale.GERMANY);
    assertThat(out)
        .containsPattern(" \\d+\\.\\d\\d %")
        .containsPattern(" \\d,\\d{3} activations")
        .contains("cold starts of 0.808 s");
  }

  private String replay(Locale locale) throws IOException {
    Locale.setDefault(locale);
    Path report = folder.resolve("report.html");
    CommandLineFixture run =
        CommandLineFixture.run(
            "replay",
            "--trace-format",
            "synthetic",
            "--trace",
            "functions=4,hours=2,activations=2000,chains=1",
            "--policy",
            "openwhisk",
            "--policy",
            "keep-alive:1m",
            "--report",
            report.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    String html = Files.readString(report);
    return run.out() + html.substring(html.indexOf("<body"), html.indexOf("<script"));
  }

  /** Without the digits, as each run takes another time, and without the width of columns. */
  private static String shape(String text) {
    return text.replaceAll("[0-9]+", "0").replaceAll("[ -]+", " ");
  }
}
