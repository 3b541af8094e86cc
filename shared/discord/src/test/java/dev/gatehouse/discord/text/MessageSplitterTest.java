package dev.gatehouse.discord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageSplitterTest {
  private final MessageSplitter small = new MessageSplitter(40, 50, "answer.md");

  @Test
  void leavesAShortTextAlone() {
    assertThat(parts(small, "hello")).isEqualTo(List.of("hello"));
  }

  @Test
  void makesNoMessageOfABlankText() {
    assertThat(parts(small, "")).isEmpty();
    assertThat(parts(small, " \n\n ")).isEmpty();
  }

  @Test
  void fillsAMessageToTheLastCharacter() {
    assertThat(parts(small, "x".repeat(40))).isEqualTo(List.of("x".repeat(40)));
    assertThat(parts(small, "x".repeat(41))).isEqualTo(List.of("x".repeat(40), "x"));
  }

  @Test
  void prefersTheEndOfAParagraph() {
    String text = "The first paragraph is here.\n\nThe second\nis longer than that.";
    assertThat(parts(small, text))
        .isEqualTo(List.of("The first paragraph is here.\n\n", "The second\nis longer than that."));
  }

  @Test
  void takesTheEndOfALineWhereNoParagraphEnds() {
    String text = "one line of words\nanother line of words\nand more";
    assertThat(parts(small, text))
        .isEqualTo(List.of("one line of words\nanother line of words\n", "and more"));
  }

  @Test
  void takesTheEndOfAWordWhereNoLineEnds() {
    String text = "words and more words and yet more of those words";
    assertThat(parts(small, text))
        .isEqualTo(List.of("words and more words and yet more of ", "those words"));
  }

  @Test
  void closesAFenceAndReopensItWithItsLanguage() {
    String text = "```java\nint first = 1;\nint second = 2;\nint third = 3;\n```\nDone.";
    assertThat(parts(new MessageSplitter(36, 50, "answer.md"), text))
        .isEqualTo(
            List.of(
                "```java\nint first = 1;\n```",
                "```java\nint second = 2;\n```",
                "```java\nint third = 3;\n```\nDone."));
  }

  @Test
  void keepsTheLengthOfLongerFencesAroundShorterOnes() {
    String text = "````md\n```js\nlet a = 1;\n```\nplain text of it\n```js\nlet b;\n```\n````\n";
    for (String part : parts(small, text)) {
      assertThat(part).startsWith("````md\n");
      assertThat(part.stripTrailing().endsWith("\n````")).as(part).isTrue();
    }
  }

  @Test
  void keepsTildeFencesOfTildes() {
    String text = "~~~python\nfirst = 1\nsecond = 2\nthird = 3\nfourth = 4\n~~~";
    assertThat(parts(small, text))
        .isEqualTo(
            List.of(
                "~~~python\nfirst = 1\nsecond = 2\n~~~", "~~~python\nthird = 3\nfourth = 4\n~~~"));
  }

  @Test
  void closesAFenceThatTheTextLeavesOpen() {
    assertThat(parts(small, "```java\nint a;")).isEqualTo(List.of("```java\nint a;\n```"));
    assertThat(parts(small, "```java\nint a;\n")).isEqualTo(List.of("```java\nint a;\n```"));
  }

  @Test
  void dividesAFenceThatBeginsInTheMiddleOfALine() {
    String text = "See: ```js\nlet first = 1;\nlet second = 2;\nlet third;\n``` as said";
    List<String> parts = parts(small, text);
    assertThat(parts.getFirst()).isEqualTo("See: ```js\nlet first = 1;\n```");
    assertThat(parts.get(1)).startsWith("```js\nlet second");
  }

  @Test
  void takesMarksInTheMiddleOfALineForTextWhenNothingClosesThem() {
    String text = "Write ``` before code, like so:\n\n```java\nint a;\n```\n";
    assertThat(parts(small, text))
        .isEqualTo(List.of("Write ``` before code, like so:\n\n", "```java\nint a;\n```\n"));
  }

  @Test
  void neverLetsMarksOfALineBeginAMessage() {
    String text = "a".repeat(37) + " ``` " + "b".repeat(20);
    for (String part : parts(small, text)) {
      assertThat(part.stripLeading().startsWith("```")).as(part).isFalse();
    }
  }

  @Test
  void neverCutsALineSoThatItsMarksCloseTheFence() {
    String text = "```\n" + "x".repeat(28) + "\n``` " + "y".repeat(60) + "\n```\n";
    for (String part : parts(small, text)) {
      assertThat(CommonMarkFences.areBalanced(part)).as(part).isTrue();
    }
  }

  @Test
  void neverBreaksASurrogatePair() {
    String text = "\uD83D\uDE00".repeat(50);
    for (String part : parts(new MessageSplitter(41, 50, "answer.md"), text)) {
      assertThat(part.length() % 2).isEqualTo(0);
    }
  }

  @Test
  void neverBreaksAJoinedEmoji() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(parts(small, "x".repeat(36) + family)).isEqualTo(List.of("x".repeat(36), family));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<@80351110224678912>",
        "<@!80351110224678912>",
        "<@&165511591545143296>",
        "<#103735883630395392>",
        "<:gate:41771983429993937>",
        "<a:gate:41771983429993937>",
        "<t:1618953630:R>",
        "</ask:816437322781949972>",
        "<id:customize>"
      })
  void neverBreaksWhatDiscordReplaces(String token) {
    assertThat(parts(small, "x".repeat(38) + token)).isEqualTo(List.of("x".repeat(38), token));
  }

  @Test
  void leavesOutBlankStretchesBetweenMessages() {
    String text = "first" + "\n".repeat(200) + "second";
    List<String> parts = parts(small, text);
    assertThat(String.join("", parts).replace("\n", "")).isEqualTo("firstsecond");
    assertThat(parts.stream().noneMatch(String::isBlank)).isTrue();
  }

  @Test
  void offersAFileWhenTheAnswerTakesTooManyMessages() {
    String text = "word ".repeat(30);
    var file =
        assertThat(new MessageSplitter(40, 2, "answer.md").split(text))
            .asInstanceOf(type(Split.AsFile.class))
            .actual();
    assertThat(file.preview()).isEqualTo("word ".repeat(8));
    assertThat(file.fileName()).isEqualTo("answer.md");
    assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void offersAFileWhenAStretchCannotBeCut() {
    var file =
        assertThat(small.split("intro\n" + "`".repeat(100)))
            .asInstanceOf(type(Split.AsFile.class))
            .actual();
    assertThat(file.preview()).isEqualTo("intro\n");
    assertThat(small.split("`".repeat(100))).isInstanceOf(Split.AsFile.class);
  }

  @Test
  void splitsALongAnswerWithNestedFencesForDiscord() {
    String code = "  System.out.println(\"line of code\");\n".repeat(60);
    String text = "Intro\n\n````md\n```java\n" + code + "```\n````\n\nThe end";
    for (String part : parts(MessageSplitter.forDiscord(), text)) {
      assertThat(part.length() <= MessageSplitter.DISCORD_LIMIT).isTrue();
      assertThat(CommonMarkFences.areBalanced(part)).as(part).isTrue();
    }
  }

  @Test
  void takesNoTimeForLongTextsWithoutABoundary() {
    String text = "``` ` ".repeat(50_000) + "\n" + " ".repeat(200_000) + "x".repeat(200_000);
    assertThat(MessageSplitter.forDiscord().split(text)).isInstanceOf(Split.AsFile.class);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new MessageSplitter(15, 1, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MessageSplitter(16, 0, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MessageSplitter(16, 1, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> parts(MessageSplitter splitter, String text) {
    return assertThat(splitter.split(text)).asInstanceOf(type(Split.Parts.class)).actual().texts();
  }
}
