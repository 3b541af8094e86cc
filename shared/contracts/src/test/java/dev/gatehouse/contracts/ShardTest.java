package dev.gatehouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardTest {
  @ParameterizedTest
  @CsvSource({
    "197038439483310086, 1, 0",
    "197038439483310086, 16, 2",
    "4194303, 7, 0",
    "4194304, 7, 1",
    "18446744073709551615, 16, 15"
  })
  void aGuildBelongsToOneShard(String guildId, int count, int index) {
    assertThat(Shard.ofGuild(guildId, count)).isEqualTo(new Shard(index, count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "18446744073709551616"})
  void onlyASnowflakeBelongsToAShard(String guildId) {
    assertThatExceptionOfType(InvalidFieldException.class)
        .isThrownBy(() -> Shard.ofGuild(guildId, 2))
        .withMessageContaining("guild_id");
  }

  @Test
  void aShardIsOneOfItsCount() {
    assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> new Shard(2, 2));
    assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> new Shard(-1, 2));
    assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> new Shard(0, 0));
  }
}
