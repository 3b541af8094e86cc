package dev.gatehouse.chat.message;

import java.util.Map;

/** What somebody asks of us, be it by text or by the platform's own controls. */
public sealed interface Content {
  /** Text that is meant for us and is no command; Markdown, maybe blank. */
  record Question(String text) implements Content {
    /** Without the text: logs carry no message content. */
    @Override
    public String toString() {
      return "Question[" + text.length() + " chars]";
    }
  }

  /** A command as somebody typed it, its prefix taken off. */
  record CommandLine(String line) implements Content {
    /** Without the line: logs carry no message content. */
    @Override
    public String toString() {
      return "CommandLine[" + line.length() + " chars]";
    }
  }

  /** A command whose options came one by one, by their names. */
  record CommandCall(String name, Map<String, String> options) implements Content {
    public CommandCall {
      options = Map.copyOf(options);
    }

    /** Without the values: logs carry no message content. */
    @Override
    public String toString() {
      return "CommandCall[" + name + ", options " + options.keySet() + "]";
    }
  }

  /**
   * A button below one of our messages was pressed.
   *
   * @param buttonId as {@link dev.gatehouse.chat.reply.Action#id()}
   */
  record PressedButton(String buttonId) implements Content {}

  /**
   * A form was filled in.
   *
   * @param fields what was typed, by the fields' names
   */
  record SubmittedForm(String formId, Map<String, String> fields) implements Content {
    public SubmittedForm {
      fields = Map.copyOf(fields);
    }

    /** Without the values: logs carry no message content. */
    @Override
    public String toString() {
      return "SubmittedForm[" + formId + ", fields " + fields.keySet() + "]";
    }
  }
}
