package dev.gatehouse.interactions;

import com.fasterxml.jackson.core.JsonFactory;
import dev.gatehouse.contracts.Acknowledgement;
import dev.gatehouse.discord.signature.SignatureVerifier;
import dev.gatehouse.discord.signature.Verdict;
import dev.gatehouse.interactions.DeadlineSender.Result;
import dev.gatehouse.interactions.http.MalformedRequestException;
import dev.gatehouse.interactions.http.WebhookRequest;
import dev.gatehouse.interactions.http.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Answers a request as Discord asks of an interactions endpoint: the signature is checked over the
 * raw bytes before anything is parsed, and what is not answered at once is durable before it is
 * acknowledged, since a function is frozen once it has answered.
 */
final class InteractionEndpoint {
  /** Leaves room for the envelope and for JSON's escapes within SQS's 1 MiB. */
  static final int MAX_BODY = 512 * 1024;

  /** Of Discord's three seconds, the rest is the way there and back. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(2600);

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
      case Verdict.Authentic authentic -> answerAuthentic(request);
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

  private WebhookResponse answerAuthentic(WebhookRequest request) {
    try {
      return answerEnvelope(EnvelopeReader.read(request.body(), json), request);
    } catch (MalformedRequestException e) {
      log.warn("refused a malformed interaction: " + e.getMessage());
      return Problem.response(400, e.getMessage());
    }
  }

  private WebhookResponse answerEnvelope(Envelope envelope, WebhookRequest request) {
    return switch (envelope.type()) {
      case PING -> new WebhookResponse(200, Callback.PONG);
      case AUTOCOMPLETE -> new WebhookResponse(200, Callback.NO_CHOICES);
      case COMMAND, COMPONENT, MODAL_SUBMIT -> enqueue(envelope, request.body(), left(request));
    };
  }

  private WebhookResponse enqueue(Envelope envelope, byte[] body, Duration within) {
    Acknowledgement acknowledgement = enqueuer.acknowledgement(envelope);
    return new WebhookResponse(
        200,
        switch (enqueuer.enqueue(envelope, acknowledgement, body, within)) {
          case Result.Taken _ -> Callback.deferred(acknowledgement);
          case Result.Refused(String why, boolean mayPass) -> {
            log.error("interaction " + envelope.id() + " is not on the queue: " + why);
            yield mayPass ? Callback.NOT_TAKEN : Callback.REFUSED;
          }
          case Result.Unknown(String why) -> {
            log.error("interaction " + envelope.id() + " may be on the queue, or not: " + why);
            yield Callback.unknown(acknowledgement);
          }
        });
  }

  /**
   * What is left for making it durable, by when API Gateway got the request. A clock that is wrong,
   * or a start that took long, leaves time for one attempt.
   */
  private Duration left(WebhookRequest request) {
    Instant now = clock.instant();
    Instant arrival = request.arrival() == null ? now : request.arrival();
    Duration left = Duration.between(now, arrival.plus(ANSWERED_WITHIN));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(ANSWERED_WITHIN) < 0 ? left : ANSWERED_WITHIN;
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
