package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.discord.signature.Verdict;
import dev.gatehouse.interactions.http.MalformedRequestException;
import dev.gatehouse.interactions.http.WebhookRequest;
import dev.gatehouse.interactions.http.WebhookResponse;
import java.time.Clock;

/**
 * Answers a request as Discord asks of an interactions endpoint: the signature is checked over the
 * raw bytes before anything is parsed, and what is not answered at once is durable before it is
 * acknowledged, since a function is frozen once it has answered.
 */
final class InteractionEndpoint {
  /** Leaves room for the envelope and for JSON's escapes within SQS's 1 MiB. */
  static final int MAX_BODY = 512 * 1024;

  private static final String SIGNATURE = "x-signature-ed25519";
  private static final String TIMESTAMP = "x-signature-timestamp";

  private final SignatureVerifier verifier;
  private final InteractionEnqueuer enqueuer;
  private final JsonFactory json;
  private final Clock clock;
  private final Log log;

  InteractionEndpoint(
      SignatureVerifier verifier,
      InteractionEnqueuer enqueuer,
      JsonFactory json,
      Clock clock,
      Log log) {
    this.verifier = verifier;
    this.enqueuer = enqueuer;
    this.json = json;
    this.clock = clock;
    this.log = log;
  }

  WebhookResponse answer(WebhookRequest request) {
    if (request.body().length > MAX_BODY) {
      return Problem.response(
          413, "body: is larger than " + MAX_BODY + " bytes, which no interaction is");
    }
    return switch (verify(request)) {
      case Verdict.Authentic authentic -> answerAuthentic(request.body());
      case Verdict.Malformed malformed -> refuse("malformed signature: " + malformed.reason());
      case Verdict.Forged forged -> refuseProbe();
      case Verdict.Stale stale -> refuse("the timestamp is outside the replay window");
    };
  }

  private Verdict verify(WebhookRequest request) {
    String signature = request.header(SIGNATURE);
    String timestamp = request.header(TIMESTAMP);
    if (signature == null || timestamp == null) {
      return new Verdict.Malformed(
          "header " + (signature == null ? SIGNATURE : TIMESTAMP) + " is missing");
    }
    return verifier.verify(signature, timestamp, request.body(), clock.instant());
  }

  private WebhookResponse answerAuthentic(byte[] body) {
    try {
      return answerEnvelope(EnvelopeReader.read(body, json), body);
    } catch (MalformedRequestException e) {
      log.warn("refused a malformed interaction: " + e.getMessage());
      return Problem.response(400, e.getMessage());
    }
  }

  private WebhookResponse answerEnvelope(Envelope envelope, byte[] body) {
    return switch (envelope.type()) {
      case PING -> new WebhookResponse(200, Callback.PONG);
      case AUTOCOMPLETE -> new WebhookResponse(200, Callback.NO_CHOICES);
      case COMMAND, COMPONENT, MODAL_SUBMIT -> enqueue(envelope, body);
    };
  }

  private WebhookResponse enqueue(Envelope envelope, byte[] body) {
    try {
      return new WebhookResponse(200, Callback.of(enqueuer.enqueue(envelope, body)));
    } catch (UnansweredSendException e) {
      log.error("interaction " + envelope.id() + " may be on the queue: " + e.getMessage());
      return new WebhookResponse(200, Callback.QUEUE_UNANSWERED);
    } catch (QueueUnavailableException e) {
      log.error("interaction " + envelope.id() + " is not on the queue: " + e.getMessage());
      return new WebhookResponse(200, Callback.QUEUE_UNREACHABLE);
    }
  }

  /**
   * Discord itself sends bad signatures again and again to see them refused, so that is no fault.
   */
  private WebhookResponse refuseProbe() {
    String reason = "the signature does not fit the body";
    log.info("refused a request: " + reason);
    return Problem.response(401, reason);
  }

  private WebhookResponse refuse(String reason) {
    log.warn("refused a request: " + reason);
    return Problem.response(401, reason);
  }
}
