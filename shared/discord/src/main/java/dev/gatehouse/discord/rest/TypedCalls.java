package dev.gatehouse.discord.rest;

import dev.gatehouse.discord.json.DiscordJson;
import dev.gatehouse.discord.json.MalformedPayloadException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Sends a request through the stack and turns the answer into a record or an exception. */
final class TypedCalls {
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
