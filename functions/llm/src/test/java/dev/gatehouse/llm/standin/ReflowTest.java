package dev.gatehouse.llm.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReflowTest {
  @Test
  void aParagraphBecomesOneLine() {
    assertThat(Reflow.lines("one\ntwo\nthree\n\nfour\n"))
        .isEqualTo(List.of("one two three", "", "four"));
  }

  @Test
  void aListKeepsItsItems() {
    assertThat(Reflow.lines("- one\n  more\n- two\n1. three\n> quoted"))
        .isEqualTo(List.of("- one more", "- two", "1. three", "> quoted"));
  }

  @Test
  void codeStaysAsItIs() {
    assertThat(Reflow.lines("```sh\na | b\n[x](y)\n```\nafter it\nand on"))
        .isEqualTo(List.of("```sh", "a | b", "[x](y)", "```", "after it and on"));
  }

  @Test
  void aTableBecomesAList() {
    assertThat(Reflow.lines("| setting | meaning |\n|---|:-:|\n| `A` | the first |"))
        .isEqualTo(List.of("- setting: meaning", "- `A`: the first"));
  }

  @Test
  void aLinkWithinTheDocumentsBecomesItsText() {
    assertThat(Reflow.lines("see [bridge](bridge) and\n[Discord](https://discord.com)"))
        .isEqualTo(List.of("see bridge and [Discord](https://discord.com)"));
  }
}
