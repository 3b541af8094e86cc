package dev.gatehouse.discord.rest;

import dev.gatehouse.discord.model.MessageQuery;
import dev.gatehouse.discord.model.Snowflake;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query of the model as parameters of an address. */
final class QueryParameters {
  private QueryParameters() {}

  static Map<String, String> of(MessageQuery query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("limit", Integer.toString(query.limit()));
    put(parameters, "before", query.before());
    put(parameters, "after", query.after());
    put(parameters, "around", query.around());
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable Snowflake bound) {
    if (bound != null) {
      parameters.put(name, bound.toString());
    }
  }
}
