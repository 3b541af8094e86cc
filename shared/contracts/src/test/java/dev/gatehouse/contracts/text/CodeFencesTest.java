package dev.gatehouse.contracts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class CodeFencesTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "code-fences.csv",
      delimiter = '|',
      quoteCharacter = '\'',
      numLinesToSkip = 1)
  void readsAndClosesBlocks(String name, String text, String languages, String closed) {
    String lines = text.replace('#', '\n');

    assertThat(languages(lines)).as(name).isEqualTo(languages);
    assertThat(CodeFences.closed(lines)).as(name).isEqualTo(closed.replace('#', '\n'));
  }

  @Test
  void aBlockSaysWhereItsPartsAre() {
    String text = "a\n~~~~ js\nx\n~~~~\nb";

    assertThat(CodeFences.in(text).all())
        .containsExactly(new CodeFence('~', 4, "js", 2, 6, 10, 12, 16));
  }

  @Test
  void aCutBlockIsOpenedAgainWithItsLanguage() {
    String text = "```java\nint x;\nint y;\n```";
    int cut = text.indexOf("int y");

    Optional<CodeFence> fence = CodeFences.in(text).dividedAt(cut);

    assertThat(fence.map(block -> block.closing('\n'))).contains("```");
    assertThat(fence.map(block -> block.closing(';'))).contains("\n```");
    assertThat(fence.map(block -> block.reopening(cut))).contains("```java\n");
  }

  @Test
  void aCutBesideABlockDividesNone() {
    CodeFences fences = CodeFences.in("ab```\nx```cd");

    assertThat(List.of(0, 1, 2, 10, 11))
        .allSatisfy(cut -> assertThat(fences.dividedAt(cut)).isEmpty());
  }

  @Test
  void linesOfABlockAreThoseFromItsMarksToItsMarks() {
    String text = "a\n```js\n\nx\n```\n\nb ```c``` d\ne";
    CodeFences fences = CodeFences.in(text);

    List<Boolean> held = new ArrayList<>();
    int from = 0;
    for (String line : text.split("\n", -1)) {
      held.add(fences.holdLine(from, from + line.length()));
      from += line.length() + 1;
    }

    assertThat(held).containsExactly(false, true, true, true, true, false, true, false);
  }

  @Property
  void closingLeavesNothingOpen(@ForAll("texts") String text) {
    assertThat(CodeFences.in(CodeFences.closed(text)).leftOpen()).isEmpty();
  }

  @Property
  void blocksFollowEachOtherWithinTheText(@ForAll("texts") String text) {
    int from = 0;
    for (CodeFence fence : CodeFences.in(text).all()) {
      assertThat(
              List.of(
                  from,
                  fence.openStart(),
                  fence.openEnd(),
                  fence.bodyStart(),
                  fence.closeStart(),
                  fence.closeEnd(),
                  text.length()))
          .isSorted();
      from = fence.closeEnd();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("```", "````", "~~~", "`", " ", "\n", "\n", "js", "x")
        .list()
        .map(parts -> String.join("", parts));
  }

  /** One for each block; a hyphen when there is none. */
  private static String languages(String text) {
    List<CodeFence> all = List.copyOf(CodeFences.in(text).all());
    return all.isEmpty()
        ? "-"
        : all.stream().map(CodeFence::language).collect(Collectors.joining(","));
  }
}
