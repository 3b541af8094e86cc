package dev.gatehouse.discord.model;

/** What a message is: something a person wrote, a reply, or one of the system notices. */
public record MessageType(int value) implements Code {
  public static final MessageType DEFAULT = new MessageType(0);
  public static final MessageType RECIPIENT_ADD = new MessageType(1);
  public static final MessageType CHANNEL_PINNED_MESSAGE = new MessageType(6);
  public static final MessageType USER_JOIN = new MessageType(7);
  public static final MessageType THREAD_CREATED = new MessageType(18);
  public static final MessageType REPLY = new MessageType(19);
  public static final MessageType CHAT_INPUT_COMMAND = new MessageType(20);
  public static final MessageType THREAD_STARTER_MESSAGE = new MessageType(21);
  public static final MessageType CONTEXT_MENU_COMMAND = new MessageType(23);
}
