package dev.gatehouse.cloud.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClaimCheckStoreTest {
  @Test
  void eachSettingNamesItsStore() {
    assertThat(of(Map.of("CLAIMS_BUCKET", "b"))).isEqualTo(new ClaimCheckStore.Bucket("b"));
    assertThat(of(Map.of("CLAIMS_TABLE", "t"))).isEqualTo(new ClaimCheckStore.InTable("t"));
    assertThat(of(Map.of("CLAIMS_DIRECTORY", "d")))
        .isEqualTo(new ClaimCheckStore.Directory(Path.of("d")));
  }

  @Test
  void theNearestGoesFirst() {
    assertThat(of(Map.of("CLAIMS_BUCKET", "b", "CLAIMS_TABLE", "t", "CLAIMS_DIRECTORY", "d")))
        .isEqualTo(new ClaimCheckStore.Directory(Path.of("d")));
    assertThat(of(Map.of("CLAIMS_BUCKET", "b", "CLAIMS_TABLE", "t")))
        .isEqualTo(new ClaimCheckStore.InTable("t"));
  }

  @Test
  void thereNeedBeNone() {
    assertThat(ClaimCheckStore.of(Settings.of(Map.of("CLAIMS_BUCKET", " ")))).isEmpty();
  }

  private static ClaimCheckStore of(Map<String, String> environment) {
    return ClaimCheckStore.of(Settings.of(environment)).orElseThrow();
  }
}
