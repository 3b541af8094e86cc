package dev.gatehouse.discord.rest;

/**
 * The codes of Discord that callers treat in a way of their own.
 *
 * @see <a href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#json">JSON
 *     error codes</a>
 */
public final class ErrorCode {
  public static final int UNKNOWN_CHANNEL = 10003;
  public static final int UNKNOWN_MESSAGE = 10008;

  /** Also while the acknowledgement of an interaction has not arrived at Discord yet. */
  public static final int UNKNOWN_WEBHOOK = 10015;

  public static final int UNKNOWN_INTERACTION = 10062;

  /** A file or picture that this server or recipient does not take. */
  public static final int EXPLICIT_CONTENT = 20009;

  public static final int REQUEST_TOO_LARGE = 40005;
  public static final int MISSING_ACCESS = 50001;
  public static final int CANNOT_SEND_TO_USER = 50007;
  public static final int MISSING_PERMISSIONS = 50013;

  /** The token of an interaction is older than 15 minutes, or was never one. */
  public static final int INVALID_WEBHOOK_TOKEN = 50027;

  public static final int CANNOT_ACT_ON_SYSTEM_MESSAGE = 50021;
  public static final int INVALID_FORM_BODY = 50035;
  public static final int INVALID_FILE = 50046;
  public static final int THREAD_ARCHIVED = 50083;

  /** A reply needs the permission to read the message history, a message does not. */
  public static final int CANNOT_REPLY_WITHOUT_HISTORY = 160002;

  public static final int THREAD_ALREADY_CREATED = 160004;

  private ErrorCode() {}
}
