/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and prose of all modules against the rules of CONTRIBUTING.md. */
final class VocabularyTest {

  private static final Path ROOT = Path.of("..");
  private static final int COLUMNS = 100;
  private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z0-9]*");
  private static final Pattern GLOSSARY_ROW =
      Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);
  private static final Pattern TYPE_COMMENT =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*"
              + "(?:(?:public|protected|private|abstract|final|sealed|non-sealed|static)\\s+)*"
              + "(?:package|class|interface|record|enum|@interface)\\s+([\\w.]+)",
          Pattern.DOTALL);
  private static final Pattern QUESTION =
      Pattern.compile("(?:What|How|Which|Who|Whom|Whose|Where|Whether|When)\\b.*", Pattern.DOTALL);

  /** Rows of tables, indented code, pictures, and the line of a key's default. */
  private static final Pattern UNBREAKABLE = Pattern.compile("\\s*\\||    |!\\[|Default `|\\S+$");

  @Test
  void everyTypeNameOfOneWordIsInTheGlossary() throws IOException {
    String page = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    List<String> glossary =
        GLOSSARY_ROW.matcher(page).results().map(row -> row.group(1)).sorted().toList();

    List<String> names = new ArrayList<>();
    for (Path source : sources()) {
      String name = typeName(source);
      if (ONE_WORD.matcher(name).matches()) {
        names.add(name);
      }
    }

    assertThat(new TreeSet<>(names)).containsExactlyElementsOf(glossary);
  }

  @Test
  void noTypeNameOccursTwice() throws IOException {
    Map<String, List<Path>> byName =
        sources().stream().collect(Collectors.groupingBy(VocabularyTest::typeName));
    byName.remove("package-info");

    assertThat(byName.values()).allSatisfy(places -> assertThat(places).hasSize(1));
  }

  @Test
  void noTypeCommentBeginsWithAQuestionWord() throws IOException {
    List<String> questions = new ArrayList<>();
    for (Path source : sources()) {
      Matcher comments = TYPE_COMMENT.matcher(Files.readString(source));
      while (comments.find()) {
        String text = comments.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
        if (QUESTION.matcher(text).matches()) {
          questions.add(source + ": " + text);
        }
      }
    }

    assertThat(questions).isEmpty();
  }

  @Test
  void pagesHaveNoLongLines() throws IOException {
    List<String> longLines = new ArrayList<>();
    for (Path page : files(".md")) {
      boolean code = false;
      for (String line : Files.readAllLines(page, UTF_8)) {
        code ^= line.strip().startsWith("```");
        boolean breakable = !code && !UNBREAKABLE.matcher(line).lookingAt();
        if (breakable && line.length() > COLUMNS) {
          longLines.add(page + ": " + line);
        }
      }
    }

    assertThat(longLines).isEmpty();
  }

  private static String typeName(Path source) {
    return source.getFileName().toString().replaceAll("\\.java$", "");
  }

  private static List<Path> sources() throws IOException {
    return files(".java").stream()
        .filter(file -> file.toString().contains("src/main/java/io/aquatope"))
        .toList();
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.toString().matches(".*/(target|\\.git|\\.mvn|node_modules)/.*"))
          .sorted()
          .toList();
    }
  }
}
