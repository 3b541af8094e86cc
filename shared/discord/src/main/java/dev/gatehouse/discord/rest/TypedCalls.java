package dev.gatehouse.discord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.json.MalformedPayloadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a request through the stack and turns the answer into a record or an exception. */
final class TypedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TypedCalls.class);

  private final Exchange exchange;

  TypedCalls(Exchange exchange) {
    this.exchange = exchange;
  }

  <T> T send(ApiRequest request, Class<T> type) {
    return decode(request.route(), send(request), body -> DiscordJson.read(body, type));
  }

  <T> List<T> sendForList(ApiRequest request, Class<T> element) {
    return decode(request.route(), send(request), body -> DiscordJson.readList(body, element));
  }

  /**
   * Sends a request that changes something. Its status alone says whether that was done, so the
   * answer is read as far as it can be.
   *
   * @param known what is known without the answer: all that the type has no meaning without, what
   *     is most likely the one that cannot be read last
   */
  <T> T write(ApiRequest request, Class<T> type, SequencedMap<String, ?> known) {
    JsonNode told = ApiErrors.tree(send(request).body());
    ObjectNode answer =
        told.isObject() ? (ObjectNode) told : DiscordJson.mapper().createObjectNode();
    for (var field : known.entrySet()) {
      try {
        return DiscordJson.read(DiscordJson.write(answer), type);
      } catch (MalformedPayloadException e) {
        answer.set(field.getKey(), DiscordJson.mapper().valueToTree(field.getValue()));
      }
    }
    return DiscordJson.read(DiscordJson.write(answer), type);
  }

  /** As {@link #write}, for a list; an element that says too little is left out. */
  <T> List<T> writeList(ApiRequest request, Class<T> element) {
    List<T> read = new ArrayList<>();
    for (JsonNode told : ApiErrors.tree(send(request).body())) {
      try {
        read.add(DiscordJson.read(DiscordJson.write(told), element));
      } catch (MalformedPayloadException e) {
        LOG.warn("{}: done, but part of the answer cannot be read", request.route(), e);
      }
    }
    return read;
  }

  /** Sends a request whose answer has nothing to read. */
  ApiResponse send(ApiRequest request) {
    ApiResponse response = exchange(request);
    if (!response.successful()) {
      throw ApiErrors.of(request.route(), response);
    }
    return response;
  }

  private ApiResponse exchange(ApiRequest request) {
    try {
      return exchange.exchange(request);
    } catch (IOException e) {
      throw new DiscordConnectionException(request.route() + ": no answer from Discord", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiscordConnectionException(request.route() + ": interrupted while waiting", e);
    }
  }

  private static <T> T decode(Route route, ApiResponse response, Function<byte[], T> decoder) {
    try {
      return decoder.apply(response.body());
    } catch (MalformedPayloadException e) {
      throw new DiscordConnectionException(route + ": the answer makes no sense", e);
    }
  }
}
