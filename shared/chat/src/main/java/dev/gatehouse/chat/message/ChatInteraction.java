package dev.gatehouse.chat.message;

import java.util.Map;

/** Something that a person did with the platform's own controls instead of a message. */
public sealed interface ChatInteraction {
  /**
   * A slash command was called.
   *
   * @param options what was given, by the options' names
   */
  record Command(Caller caller, String name, Map<String, String> options)
      implements ChatInteraction {
    public Command {
      options = Map.copyOf(options);
    }

    /** Without the values: logs carry no message content. */
    @Override
    public String toString() {
      return "Command[" + name + ", options " + options.keySet() + "]";
    }
  }

  /**
   * A button was pressed.
   *
   * @param buttonId as {@link dev.gatehouse.chat.reply.Action#id()}
   */
  record ButtonClick(Caller caller, String buttonId) implements ChatInteraction {}

  /**
   * A form was filled in.
   *
   * @param fields what was typed, by the fields' names
   */
  record ModalSubmit(Caller caller, String formId, Map<String, String> fields)
      implements ChatInteraction {
    public ModalSubmit {
      fields = Map.copyOf(fields);
    }

    /** Without the values: logs carry no message content. */
    @Override
    public String toString() {
      return "ModalSubmit[" + formId + ", fields " + fields.keySet() + "]";
    }
  }

  /** Something that is not known here. */
  record Unknown(String what) implements ChatInteraction {}
}
