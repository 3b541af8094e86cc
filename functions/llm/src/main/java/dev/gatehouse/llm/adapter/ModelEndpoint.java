package dev.gatehouse.llm.adapter;

import dev.gatehouse.contracts.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a model is served.
 *
 * @param model the provider's name of it
 * @param baseUrl up to and including the version, such as {@code https://api.openai.com/v1}
 * @param key looked up for each call, so that a rotated one is seen; none where none is needed
 * @param keySetting the setting that would hold the key; empty where none is needed
 */
public record ModelEndpoint(
    String model, URI baseUrl, Supplier<Optional<Secret>> key, String keySetting) {
  boolean needsKey() {
    return !keySetting.isEmpty();
  }
}
