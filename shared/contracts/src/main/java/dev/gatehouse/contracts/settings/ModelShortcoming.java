package dev.gatehouse.contracts.settings;

/** Something about the model that is less than it could be, and what would mend it. */
public sealed interface ModelShortcoming {
  /** What is so. */
  String what();

  /** What to do. */
  String remedy();

  /** Nothing says which model, or the stand-in was asked for. */
  record NoModel() implements ModelShortcoming {
    @Override
    public String what() {
      return "no model configured: the labelled stand-in answers";
    }

    @Override
    public String remedy() {
      return "set ANTHROPIC_API_KEY, OPENAI_API_KEY or LLM_PROVIDER";
    }
  }

  /**
   * The provider would refuse every question.
   *
   * @param setting the variable that would hold the key
   */
  record NoKey(ModelProvider provider, String setting) implements ModelShortcoming {
    @Override
    public String what() {
      return provider.settingName() + " has no key: every question ends in an error";
    }

    @Override
    public String remedy() {
      return "set " + setting;
    }
  }

  /**
   * A file of a model was named, as if it were loaded.
   *
   * @param setting the variable that names it
   */
  record UnreadPath(String setting) implements ModelShortcoming {
    @Override
    public String what() {
      return setting + " is set and not read: no model is loaded from a file";
    }

    @Override
    public String remedy() {
      return "let a server load it, and set LLM_PROVIDER=ollama, or LLM_PROVIDER=openai with"
          + " LLM_BASE_URL";
    }
  }
}
