package dev.gatehouse.llm.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReflowTest {
  @Test
  void aParagraphBecomesOneLine() {
    assertEquals(List.of("one two three", "", "four"), Reflow.lines("one\ntwo\nthree\n\nfour\n"));
  }

  @Test
  void aListKeepsItsItems() {
    assertEquals(
        List.of("- one more", "- two", "1. three", "> quoted"),
        Reflow.lines("- one\n  more\n- two\n1. three\n> quoted"));
  }

  @Test
  void codeStaysAsItIs() {
    assertEquals(
        List.of("```sh", "a | b", "[x](y)", "```", "after it and on"),
        Reflow.lines("```sh\na | b\n[x](y)\n```\nafter it\nand on"));
  }

  @Test
  void aTableBecomesAList() {
    assertEquals(
        List.of("- setting: meaning", "- `A`: the first"),
        Reflow.lines("| setting | meaning |\n|---|:-:|\n| `A` | the first |"));
  }

  @Test
  void aLinkWithinTheDocumentsBecomesItsText() {
    assertEquals(
        List.of("see bridge and [Discord](https://discord.com)"),
        Reflow.lines("see [bridge](bridge) and\n[Discord](https://discord.com)"));
  }
}
