package dev.gatehouse.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.signature.SignatureVerifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts fast must not need Jackson or a logging library, not even to load. */
final class WithoutJacksonTest {

  @ParameterizedTest
  @ValueSource(strings = {"signature", "text", "model"})
  void everyClassLoads(String name) throws Exception {
    try (URLClassLoader lean = leanLoader()) {
      List<String> classes = classesOf(name);
      assertThat(classes.size() > 4).as(classes::toString).isTrue();
      for (String type : classes) {
        assertThat(Class.forName(type, true, lean).getName()).isEqualTo(type);
      }
    }
  }

  @Test
  void theLoaderReallyHasNoJackson() throws Exception {
    try (URLClassLoader lean = leanLoader()) {
      assertThatThrownBy(() -> lean.loadClass("com.fasterxml.jackson.databind.ObjectMapper"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> lean.loadClass("org.slf4j.Logger"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  private static URLClassLoader leanLoader() {
    URL[] urls = {home(SignatureVerifier.class), home(Secret.class), home(Ed25519.class)};
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> classesOf(String name) throws Exception {
    Path root = Path.of(home(SignatureVerifier.class).toURI());
    try (Stream<Path> files = Files.list(root.resolve("dev/gatehouse/discord/" + name))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .map(file -> "dev.gatehouse.discord." + name + "." + file.replace(".class", ""))
          .toList();
    }
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
