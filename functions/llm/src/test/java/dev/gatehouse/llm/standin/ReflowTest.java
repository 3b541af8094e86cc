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
  void codeAndTablesStayAsTheyAre() {
    String text = "```sh\na\nb\n```\nafter it\nand on\n| x |\n|---|\n| y |";

    assertEquals(
        List.of("```sh", "a", "b", "```", "after it and on", "| x |", "|---|", "| y |"),
        Reflow.lines(text));
  }
}
