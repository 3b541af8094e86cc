package dev.gatehouse.discord.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket a route falls into: the hash that its last answer named and its top-level resource.
 * Until there was an answer, the route is a bucket of its own.
 */
final class BucketKeys {
  private static final String NO_LIMIT = "";

  private final Map<String, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();

  /** Null when the route has no limit. */
  @Nullable String keyOf(Route route) {
    String hash = hashes.get(route.toString());
    if (hash == null) {
      return route + " " + route.topLevelResource();
    }
    return hash.equals(NO_LIMIT) ? null : hash + " " + route.topLevelResource();
  }

  /** How many calls a new bucket of this route may have: 1 until that is known. */
  int limitOf(Route route) {
    String hash = hashes.get(route.toString());
    return hash == null ? 1 : limits.getOrDefault(hash, 1);
  }

  void learn(Route route, RateLimitHeaders headers) {
    limits.put(headers.bucket(), Math.max(1, headers.limit()));
    hashes.put(route.toString(), headers.bucket());
  }

  /** An answer without the headers: the route has no limit, unless it had one before. */
  void learnNoLimit(Route route) {
    hashes.putIfAbsent(route.toString(), NO_LIMIT);
  }

  /** A refusal: the route has a limit after all, and is a bucket of its own until it is named. */
  void forgetNoLimit(Route route) {
    hashes.remove(route.toString(), NO_LIMIT);
  }
}
