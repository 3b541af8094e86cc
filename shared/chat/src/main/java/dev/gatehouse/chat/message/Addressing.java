package dev.gatehouse.chat.message;

/** Whether a message is meant for us, and by what it is. */
public sealed interface Addressing {
  /** It begins with the command prefix, as {@link AddressingRule#commandLine} reads it. */
  record Command() implements Addressing {}

  /** It mentions us. */
  record Mention() implements Addressing {}

  /** It was sent to us alone. */
  record Direct() implements Addressing {}

  /** It replies to a message of ours. */
  record ReplyToUs() implements Addressing {}

  /** It was written in a thread that we were called into. */
  record CalledInThread() implements Addressing {}

  /** It is not for us. */
  record NotForUs(String why) implements Addressing {}
}
