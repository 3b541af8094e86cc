package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.text.CodeFences;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class ExcerptTest {
  private static final int LIMIT = 200;

  @Example
  void aShortTextIsShownAsItIs() {
    assertThat(Excerpt.endOf("one\ntwo", LIMIT)).isEqualTo("one\ntwo");
  }

  @Example
  void aBlockThatIsStillOpenIsClosed() {
    assertThat(Excerpt.endOf("see:\n```java\nint i", LIMIT)).isEqualTo("see:\n```java\nint i\n```");
  }

  @Example
  void aBlockThatBeganBeforeTheCutIsOpenedAgain() {
    String text = "```java\n" + "line;\n".repeat(100) + "last;";

    assertThat(Excerpt.endOf(text, LIMIT)).startsWith("…\n```java\nline;").endsWith("last;\n```");
  }

  @Example
  void fencesThatWouldFillAMessageAreLeftAlone() {
    String fence = "`".repeat(150);

    assertThat(Excerpt.endOf(fence + "\n" + "x".repeat(500), LIMIT))
        .hasSizeLessThanOrEqualTo(LIMIT);
  }

  @Property
  void fitsAndLeavesNoBlockOpen(@ForAll("answers") String text) {
    String excerpt = Excerpt.endOf(text, LIMIT);

    assertThat(excerpt).hasSizeLessThanOrEqualTo(LIMIT);
    assertThat(CodeFences.in(excerpt).leftOpen()).isEmpty();
  }

  @Property
  void splitsNoCharacter(@ForAll("answers") String text) {
    assertThat(Excerpt.endOf(text, LIMIT))
        .doesNotContainPattern("(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
  }

  @Provide
  Arbitrary<String> answers() {
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of("```", "```java", "~~~", "````", "``` ")),
            Tuple.of(
                6, Arbitraries.of("word ", "😀", "x").list().ofMaxSize(40).map(ExcerptTest::join)));
    return line.list().ofMinSize(1).ofMaxSize(60).map(lines -> String.join("\n", lines));
  }

  private static String join(List<String> parts) {
    return parts.stream().collect(Collectors.joining());
  }
}
