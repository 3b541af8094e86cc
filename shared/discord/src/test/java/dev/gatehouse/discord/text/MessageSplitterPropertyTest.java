package dev.gatehouse.discord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

final class MessageSplitterPropertyTest {
  private static final Pattern TOKEN = Pattern.compile("<@\\d+>|<:\\w+:\\d+>");

  @Property
  void everyMessageIsWithinTheLimitAndNotBlank(
      @ForAll("documents") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
    for (String part : parts(text, limit)) {
      assertThat(part.length() <= limit).as(part).isTrue();
      assertThat(part.isBlank()).isFalse();
    }
  }

  @Property
  void everyFenceIsClosedInTheMessageThatItOpensIn(
      @ForAll("documents") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
    for (String part : parts(text, limit)) {
      assertThat(CommonMarkFences.areBalanced(part)).as(part).isTrue();
    }
  }

  @Property
  void theMessagesAreTheTextApartFromInsertedFences(
      @ForAll("documents") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
    assertThat(Rejoined.matches(text, parts(text, limit))).as(text).isTrue();
  }

  @Property
  void everyTokenAndCharacterIsWhole(
      @ForAll("documents") String text, @ForAll @IntRange(min = 64, max = 200) int limit) {
    List<String> parts = parts(text, limit);
    assertThat(parts.stream().mapToLong(MessageSplitterPropertyTest::tokens).sum())
        .isEqualTo(tokens(text));
    for (String part : parts) {
      assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
    }
  }

  @Property
  void anyTextAtAllEitherFitsOrBecomesAFile(
      @ForAll("marks") String text, @ForAll @IntRange(min = 16, max = 60) int limit) {
    switch (new MessageSplitter(limit, 10, "answer.md").split(text)) {
      case Split.Parts(List<String> parts) ->
          parts.forEach(part -> assertThat(part.length() <= limit).as(part).isTrue());
      case Split.AsFile file -> {
        assertThat(file.preview().length() <= limit).as(file.preview()).isTrue();
        assertThat(file.content()).isEqualTo(text);
      }
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.oneOf(paragraphs(), fences())
        .list()
        .ofMaxSize(8)
        .map(blocks -> String.join("\n", blocks));
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.of("`", "```", "~~~", "````", "\n", " ", "x", "word ", "```js\n", "<@1>")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }

  private static Arbitrary<String> paragraphs() {
    return words().list().ofMinSize(1).ofMaxSize(40).map(words -> String.join(" ", words) + "\n");
  }

  private static Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12)),
        Tuple.of(1, Arbitraries.of("<@80351110224678912>", "<:gate:41771983429993937>")),
        Tuple.of(1, Arbitraries.of("\uD83D\uDE00", "\n", "\n\n", "- item", "`code`", "~~old~~")));
  }

  private static Arbitrary<String> fences() {
    Arbitrary<String> marks = Arbitraries.of("```", "````", "~~~", "~~~~~");
    Arbitrary<String> language = Arbitraries.of("", "java", "c++", "objective-c");
    return Combinators.combine(marks, language, code())
        .as((fence, name, body) -> fence + name + "\n" + nested(fence, body) + fence + "\n");
  }

  private static Arbitrary<String> code() {
    return Arbitraries.of(
            "int a = 1;\n",
            "\n",
            "    deeply.indented(call, with, some, arguments);\n",
            "String s = \"\uD83D\uDE00\uD83D\uDE00\";\n",
            "NESTED\n",
            "x".repeat(150) + "\n")
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("", lines));
  }

  /** Shorter marks, or those of the other kind, are code within a fence. */
  private static String nested(String fence, String body) {
    String inner = fence.equals("```") ? "~~~" : "```";
    return body.replace("NESTED", inner);
  }

  private static long tokens(String text) {
    return TOKEN.matcher(text).results().count();
  }

  private static List<String> parts(String text, int limit) {
    Split split = new MessageSplitter(limit, Integer.MAX_VALUE - 1, "answer.md").split(text);
    return assertThat(split).asInstanceOf(type(Split.Parts.class)).actual().texts();
  }
}
