package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.llm.model.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Tells why a call failed: from what it threw, or from what the provider said, which is the same
 * for all protocols and for an error in a stream as for one with a status of its own.
 */
final class Failures {
  /** A kind of failure, by the codes and types that servers give it and by what they say of it. */
  private record Kind(Pattern words, Pattern message, Failure failure) {}

  private static final List<Kind> FINAL =
      List.of(
          new Kind(
              pattern("402|insufficient_(quota|credits|balance|funds)|billing_.*|payment_required"),
              pattern(
                  "credit balance|insufficient (balance|credits|funds)|exceeded your current quota"
                      + "|(no|out of|not enough) credits?"),
              new Failure.QuotaExhausted()),
          new Kind(
              pattern(
                  "413|context_length_exceeded|exceed_context_size_error|request_too_large"
                      + "|string_above_max_length|context_window_exceeded|contextwindowexceeded.*"),
              pattern(
                  "(prompt|input|request|conversation) is too long|context[_ ](length|window|size)"
                      + "|maximum context|exceeds? the (available|maximum)|too many (input )?tokens"),
              new Failure.ContextTooLong()),
          new Kind(
              pattern("content_filter|content_policy.*|responsibleaipolicyviolation|moderation.*"),
              pattern("content (management )?policy|content filter"),
              new Failure.Refused()),
          new Kind(
              pattern("404|model_not_found|not_found_error|notfounderror|modelnotfound.*"),
              pattern("model .*(not found|does not exist)"),
              new Failure.ModelNotFound()));

  private static final Pattern LIMITED =
      pattern("429|rate_?limit.*|too_many_requests|toomanyrequests.*|resource_exhausted");
  private static final Pattern NO_KEY =
      pattern("401|403|authentication.*|permission.*|invalid_api_key|unauthorized|forbidden");
  private static final Pattern INVALID =
      pattern("4\\d\\d|(invalid|bad)_?request.*|validation.*|unprocessable.*");
  private static final Pattern PASSING_STATUS = pattern("408|409|425|5\\d\\d");
  private static final Pattern SHOWABLE = Pattern.compile("[\\w.-]{1,40}");

  private static final List<String> CODES = List.of("code", "status", "status_code", "http_status");
  private static final List<String> TYPES = List.of("type", "error_type", "error_code");
  private static final List<String> MESSAGES = List.of("message", "error_message", "detail");

  private final String host;
  private final Timeouts timeouts;

  Failures(String host, Timeouts timeouts) {
    this.host = host;
    this.timeouts = timeouts;
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }

  /** Why a connection failed. */
  Failure of(IOException thrown) {
    return find(thrown, StalledException.class)
        .<Failure>map(e -> new Failure.TimedOut(e.silence()))
        .or(() ->
            causes(thrown)
                .filter(Failures::isNoConnection)
                .findFirst()
                .map(e -> new Failure.Unreachable(host)))
        .or(() ->
            find(thrown, HttpTimeoutException.class)
                .map(e -> new Failure.TimedOut(timeouts.response())))
        .or(() ->
            causes(thrown)
                .filter(Failures::isNoProtocol)
                .findFirst()
                .map(e -> new Failure.Unintelligible()))
        .orElseGet(Failure.BrokenOff::new);
  }

  /** Why a request was refused with a status. */
  static Failure of(int status, JsonNode body, Optional<Duration> retryAfter) {
    JsonNode document = body.isArray() ? body.path(0) : body;
    JsonNode error = error("error", document).orElse(MissingNode.getInstance());
    return classify(Integer.toString(status), words(error, document), error, document, retryAfter);
  }

  /**
   * Why the stream failed, if a document of it says so: in an event of errors, under {@code error},
   * or under keys that only errors have. A null or empty {@code error} is none.
   */
  static Optional<Failure> in(String event, JsonNode document) {
    return error(event, document)
        .map(error -> {
          List<String> words = words(error, document);
          String code =
              words.stream().filter(word -> word.matches("[45]\\d\\d")).findFirst().orElse("");
          return classify(code, words, error, document, Optional.empty());
        });
  }

  private static Optional<JsonNode> error(String event, JsonNode document) {
    for (JsonNode error :
        List.of(document.path("error"), document.path("choices").path(0).path("error"))) {
      boolean said = error.isTextual() ? !error.textValue().isBlank() : !error.isEmpty();
      if (said || error.asBoolean(false) || error.isNumber()) {
        return Optional.of(error);
      }
    }
    boolean isError =
        event.equals("error")
            || document.path("object").asText().equals("error")
            || document.path("type").asText().equals("error")
            || !text(document, List.of("error_type", "error_message")).isEmpty();
    return isError ? Optional.of(document) : Optional.empty();
  }

  /** What it calls itself, code before type, and the error's own names before those around it. */
  private static List<String> words(JsonNode error, JsonNode document) {
    return Stream.of(CODES, TYPES)
        .flatMap(keys -> Stream.of(error, document).flatMap(node -> texts(node, keys)))
        .filter(word -> !word.equals("error"))
        .toList();
  }

  /**
   * Classifies.
   *
   * @param status of HTTP, or one that came within the stream; empty when none did
   */
  private static Failure classify(
      String status,
      List<String> words,
      JsonNode error,
      JsonNode document,
      Optional<Duration> retryAfter) {
    String message =
        error.isTextual()
            ? error.textValue()
            : text(error, MESSAGES) + " " + text(document, MESSAGES);
    Optional<Failure> named = byWords(words);
    if (named.isPresent()) {
      return named.get();
    }
    boolean limited = is(LIMITED, status) || words.stream().anyMatch(word -> is(LIMITED, word));
    // A limit on requests may speak of tokens and of credit too; only spent credit outlasts it.
    for (Kind kind : limited ? FINAL.subList(0, 1) : FINAL) {
      if (is(kind.words(), status) || kind.message().matcher(message).find()) {
        return kind.failure();
      }
    }
    if (limited) {
      return new Failure.RateLimited(retryAfter);
    }
    String detail =
        Stream.concat(Stream.of(status), words.stream())
            .filter(SHOWABLE.asMatchPredicate())
            .findFirst()
            .orElse("no code given");
    if (is(PASSING_STATUS, status)) {
      return new Failure.ServerError(detail, retryAfter);
    }
    if (is(NO_KEY, status) || words.stream().anyMatch(NO_KEY.asMatchPredicate())) {
      return new Failure.Unauthorized(detail);
    }
    return is(INVALID, status) || words.stream().anyMatch(INVALID.asMatchPredicate())
        ? new Failure.InvalidRequest(detail)
        : new Failure.ServerError(detail, retryAfter);
  }

  private static Optional<Failure> byWords(List<String> words) {
    return FINAL.stream()
        .filter(kind -> words.stream().anyMatch(kind.words().asMatchPredicate()))
        .map(Kind::failure)
        .findFirst();
  }

  private static boolean is(Pattern pattern, String word) {
    return pattern.matcher(word).matches();
  }

  private static String text(JsonNode node, List<String> keys) {
    return texts(node, keys).findFirst().orElse("");
  }

  private static Stream<String> texts(JsonNode node, List<String> keys) {
    return keys.stream()
        .map(node::path)
        .filter(Predicate.not(JsonNode::isNull))
        .map(value -> value.asText().strip())
        .filter(Predicate.not(String::isEmpty));
  }

  private static boolean isNoConnection(Throwable thrown) {
    return thrown instanceof ConnectException
        || thrown instanceof UnknownHostException
        || thrown instanceof UnresolvedAddressException
        || thrown instanceof HttpConnectTimeoutException
        || thrown instanceof SSLException;
  }

  private static boolean isNoProtocol(Throwable thrown) {
    return thrown instanceof EventStream.StrangeBodyException
        || (thrown instanceof JsonProcessingException && !(thrown instanceof JsonEOFException));
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
