package dev.gatehouse.local.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.local.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class Promise4TheDeadlineHoldsTest {
  private static final long LARGEST = 10L * 1024 * 1024;
  private static final List<String> HEAVY =
      List.of(
          "software/amazon/",
          "io/micronaut/",
          "org/springframework/",
          "com/google/inject/",
          "com/fasterxml/jackson/databind/",
          "io/netty/");

  @Test
  void theFunctionThatMustAnswerFirstCarriesNextToNothing() throws IOException {
    Path jar = Repository.file("functions/interactions/target/gatehouse-interactions.jar");
    Assumptions.assumeTrue(
        Files.exists(jar), jar + " is not built; ./gatehouse mvn package builds it");

    assertTrue(Files.size(jar) < LARGEST, "larger than " + LARGEST + " bytes");
    try (JarFile opened = new JarFile(jar.toFile())) {
      List<String> heavy =
          opened.stream()
              .map(entry -> entry.getName())
              .filter(name -> HEAVY.stream().anyMatch(name::startsWith))
              .toList();
      assertEquals(List.of(), heavy);
    }
  }
}
