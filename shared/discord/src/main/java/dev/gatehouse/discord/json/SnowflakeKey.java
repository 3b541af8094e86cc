package dev.gatehouse.discord.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import dev.gatehouse.discord.model.Snowflake;

/** Reads the ids that resolved objects are listed under. */
final class SnowflakeKey extends KeyDeserializer {
  @Override
  public Snowflake deserializeKey(String key, DeserializationContext context) {
    return Snowflake.of(key);
  }
}
