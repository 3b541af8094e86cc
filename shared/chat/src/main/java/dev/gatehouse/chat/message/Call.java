package dev.gatehouse.chat.message;

import java.util.Map;

/** Something that a person did with the platform's own controls instead of a message. */
public sealed interface Call {
  /**
   * Called a slash command.
   *
   * @param options what was given, by the options' names
   */
  record Command(Caller caller, String name, Map<String, String> options) implements Call {
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
   * Pressed a button.
   *
   * @param buttonId as {@link dev.gatehouse.chat.reply.Action#id()}
   */
  record Press(Caller caller, String buttonId) implements Call {}

  /**
   * Filled in a form.
   *
   * @param fields what was typed, by the fields' names
   */
  record Form(Caller caller, String formId, Map<String, String> fields) implements Call {
    public Form {
      fields = Map.copyOf(fields);
    }

    /** Without the values: logs carry no message content. */
    @Override
    public String toString() {
      return "Form[" + formId + ", fields " + fields.keySet() + "]";
    }
  }

  /** Something that is not known here. */
  record Unknown(String what) implements Call {}
}
