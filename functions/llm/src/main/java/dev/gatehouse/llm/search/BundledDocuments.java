package dev.gatehouse.llm.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gatehouse's own guide, which every copy carries. */
public final class BundledDocuments {
  private static final String DIRECTORY = "guide/";
  private static final String CONTENTS = "contents.txt";

  private BundledDocuments() {}

  /** All passages of the guide. */
  public static List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    for (String name : read(CONTENTS).lines().toList()) {
      passages.addAll(Passages.of("guide/" + name, read(name)));
    }
    return passages;
  }

  private static String read(String name) {
    try (InputStream in = BundledDocuments.class.getResourceAsStream(DIRECTORY + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + DIRECTORY + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
