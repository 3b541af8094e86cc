package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.http.Parameters;
import dev.gatehouse.simulator.http.Request;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.json.Snowflake;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.Optional;

/**
 * A request that found its route.
 *
 * @param caller whose bot token it carries; none on routes whose path holds a token
 */
public record Call(Request request, Parameters parameters, Optional<Application> caller) {

  /** The application that calls. */
  Application application() {
    return caller.orElseThrow(Rejection::unauthorized);
  }

  /** The bot that calls. */
  User bot() {
    return application().bot();
  }

  /** An id in the path. */
  long id(String place) {
    String text = parameters.text(place);
    return Snowflake.parse(text).orElseThrow(() -> notAnId(place, text));
  }

  /** The JSON body, which must be an object. */
  JsonNode object() {
    JsonNode json = json();
    if (!json.isObject()) {
      throw Rejection.of(400, 50109, "The request body contains invalid JSON.");
    }
    return json;
  }

  /** The JSON body. */
  JsonNode json() {
    return request.body().length == 0
        ? Json.object()
        : Json.parse(request.body())
            .orElseThrow(() -> Rejection.of(400, 50109, "The request body contains invalid JSON."));
  }

  /** A whole number in the query, within bounds. */
  int number(String name, int fallback, int least, int most) {
    Optional<String> text = request.query().first(name);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of bounds.
    }
    throw new FormErrors()
        .add(name, "NUMBER_TYPE_MAX", "int value should be between " + least + " and " + most + ".")
        .rejection();
  }

  private static Rejection notAnId(String place, String text) {
    return new FormErrors()
        .add(place + "_id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.")
        .rejection();
  }
}
