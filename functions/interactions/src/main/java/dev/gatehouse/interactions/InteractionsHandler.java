package dev.gatehouse.interactions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.interactions.http.MalformedRequestException;
import dev.gatehouse.interactions.http.ProxyEvent;
import dev.gatehouse.interactions.http.WebhookResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/**
 * The entry point that AWS Lambda calls for {@code POST /discord/interactions}. A plain stream
 * handler with next to nothing on its class path, since Discord waits three seconds at most, cold
 * start included.
 */
public final class InteractionsHandler implements RequestStreamHandler {
  private final JsonFactory json = new JsonFactory();
  private final InteractionEndpoint endpoint;

  /** Configured by the process's environment, as Lambda starts it. */
  public InteractionsHandler() {
    this(System.getenv());
  }

  /**
   * Configured by the given environment.
   *
   * @throws dev.gatehouse.contracts.settings.InvalidSettingException naming the setting that is
   *     missing or wrong
   */
  public InteractionsHandler(Map<String, String> environment) {
    endpoint = Wiring.endpoint(environment, json, Clock.systemUTC());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    answer(input).writeTo(output, json);
  }

  private WebhookResponse answer(InputStream input) throws IOException {
    try {
      return endpoint.answer(ProxyEvent.read(input, json));
    } catch (MalformedRequestException e) {
      return Problem.response(400, e.getMessage());
    }
  }
}
