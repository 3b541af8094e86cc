package dev.gatehouse.discord.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageSplitterTest {
  private final MessageSplitter small = new MessageSplitter(40, 50, "answer.md");

  @Test
  void leavesAShortTextAlone() {
    assertEquals(List.of("hello"), parts(small, "hello"));
  }

  @Test
  void makesNoMessageOfABlankText() {
    assertEquals(List.of(), parts(small, ""));
    assertEquals(List.of(), parts(small, " \n\n "));
  }

  @Test
  void fillsAMessageToTheLastCharacter() {
    assertEquals(List.of("x".repeat(40)), parts(small, "x".repeat(40)));
    assertEquals(List.of("x".repeat(40), "x"), parts(small, "x".repeat(41)));
  }

  @Test
  void prefersTheEndOfAParagraph() {
    String text = "The first paragraph is here.\n\nThe second\nis longer than that.";
    assertEquals(
        List.of("The first paragraph is here.\n\n", "The second\nis longer than that."),
        parts(small, text));
  }

  @Test
  void takesTheEndOfALineWhereNoParagraphEnds() {
    String text = "one line of words\nanother line of words\nand more";
    assertEquals(
        List.of("one line of words\nanother line of words\n", "and more"), parts(small, text));
  }

  @Test
  void takesTheEndOfAWordWhereNoLineEnds() {
    String text = "words and more words and yet more of those words";
    assertEquals(
        List.of("words and more words and yet more of ", "those words"), parts(small, text));
  }

  @Test
  void closesAFenceAndReopensItWithItsLanguage() {
    String text = "```java\nint first = 1;\nint second = 2;\nint third = 3;\n```\nDone.";
    assertEquals(
        List.of(
            "```java\nint first = 1;\n```",
            "```java\nint second = 2;\n```",
            "```java\nint third = 3;\n```\nDone."),
        parts(new MessageSplitter(36, 50, "answer.md"), text));
  }

  @Test
  void keepsTheLengthOfLongerFencesAroundShorterOnes() {
    String text = "````md\n```js\nlet a = 1;\n```\nplain text of it\n```js\nlet b;\n```\n````\n";
    for (String part : parts(small, text)) {
      assertTrue(part.startsWith("````md\n"), part);
      assertTrue(part.stripTrailing().endsWith("\n````"), part);
    }
  }

  @Test
  void keepsTildeFencesOfTildes() {
    String text = "~~~python\nfirst = 1\nsecond = 2\nthird = 3\nfourth = 4\n~~~";
    assertEquals(
        List.of("~~~python\nfirst = 1\nsecond = 2\n~~~", "~~~python\nthird = 3\nfourth = 4\n~~~"),
        parts(small, text));
  }

  @Test
  void closesAFenceThatTheTextLeavesOpen() {
    assertEquals(List.of("```java\nint a;\n```"), parts(small, "```java\nint a;"));
    assertEquals(List.of("```java\nint a;\n```"), parts(small, "```java\nint a;\n"));
  }

  @Test
  void dividesAFenceThatBeginsInTheMiddleOfALine() {
    String text = "See: ```js\nlet first = 1;\nlet second = 2;\nlet third;\n``` as said";
    List<String> parts = parts(small, text);
    assertEquals("See: ```js\nlet first = 1;\n```", parts.getFirst());
    assertTrue(parts.get(1).startsWith("```js\nlet second"), parts.get(1));
  }

  @Test
  void takesMarksInTheMiddleOfALineForTextWhenNothingClosesThem() {
    String text = "Write ``` before code, like so:\n\n```java\nint a;\n```\n";
    assertEquals(
        List.of("Write ``` before code, like so:\n\n", "```java\nint a;\n```\n"),
        parts(small, text));
  }

  @Test
  void neverLetsMarksOfALineBeginAMessage() {
    String text = "a".repeat(37) + " ``` " + "b".repeat(20);
    for (String part : parts(small, text)) {
      assertFalse(part.stripLeading().startsWith("```"), part);
    }
  }

  @Test
  void neverCutsALineSoThatItsMarksCloseTheFence() {
    String text = "```\n" + "x".repeat(28) + "\n``` " + "y".repeat(60) + "\n```\n";
    for (String part : parts(small, text)) {
      assertTrue(CommonMarkFences.areBalanced(part), part);
    }
  }

  @Test
  void neverBreaksASurrogatePair() {
    String text = "\uD83D\uDE00".repeat(50);
    for (String part : parts(new MessageSplitter(41, 50, "answer.md"), text)) {
      assertEquals(0, part.length() % 2);
    }
  }

  @Test
  void neverBreaksAJoinedEmoji() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertEquals(List.of("x".repeat(36), family), parts(small, "x".repeat(36) + family));
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
    assertEquals(List.of("x".repeat(38), token), parts(small, "x".repeat(38) + token));
  }

  @Test
  void leavesOutBlankStretchesBetweenMessages() {
    String text = "first" + "\n".repeat(200) + "second";
    List<String> parts = parts(small, text);
    assertEquals("firstsecond", String.join("", parts).replace("\n", ""));
    assertTrue(parts.stream().noneMatch(String::isBlank));
  }

  @Test
  void offersAFileWhenTheAnswerTakesTooManyMessages() {
    String text = "word ".repeat(30);
    var file =
        assertInstanceOf(Split.AsFile.class, new MessageSplitter(40, 2, "answer.md").split(text));
    assertEquals("word ".repeat(8), file.preview());
    assertEquals("answer.md", file.fileName());
    assertEquals(text, new String(file.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void offersAFileWhenAStretchCannotBeCut() {
    var file = assertInstanceOf(Split.AsFile.class, small.split("intro\n" + "`".repeat(100)));
    assertEquals("intro\n", file.preview());
    assertInstanceOf(Split.AsFile.class, small.split("`".repeat(100)));
  }

  @Test
  void splitsALongAnswerWithNestedFencesForDiscord() {
    String code = "  System.out.println(\"line of code\");\n".repeat(60);
    String text = "Intro\n\n````md\n```java\n" + code + "```\n````\n\nThe end";
    for (String part : parts(MessageSplitter.forDiscord(), text)) {
      assertTrue(part.length() <= MessageSplitter.DISCORD_LIMIT);
      assertTrue(CommonMarkFences.areBalanced(part), part);
    }
  }

  @Test
  void takesNoTimeForLongTextsWithoutABoundary() {
    String text = "``` ` ".repeat(50_000) + "\n" + " ".repeat(200_000) + "x".repeat(200_000);
    assertInstanceOf(Split.AsFile.class, MessageSplitter.forDiscord().split(text));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> new MessageSplitter(15, 1, "a"));
    assertThrows(IllegalArgumentException.class, () -> new MessageSplitter(16, 0, "a"));
    assertThrows(IllegalArgumentException.class, () -> new MessageSplitter(16, 1, " "));
  }

  private static List<String> parts(MessageSplitter splitter, String text) {
    return assertInstanceOf(Split.Parts.class, splitter.split(text)).texts();
  }
}
