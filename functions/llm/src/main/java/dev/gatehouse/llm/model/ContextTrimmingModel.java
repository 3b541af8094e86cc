package dev.gatehouse.llm.model;

import java.util.List;

/**
 * When a conversation is more than a model reads at once, forgets its older half and asks again,
 * until only the question is left. An estimate of tokens can be wrong; the provider's word is not.
 */
public final class ContextTrimmingModel implements LanguageModel {
  private final LanguageModel model;

  public ContextTrimmingModel(LanguageModel model) {
    this.model = model;
  }

  @Override
  public ModelName name() {
    return model.name();
  }

  @Override
  public Ending answer(Prompt prompt, AnswerListener listener, CallOptions call) {
    Prompt asked = prompt;
    Ending ending = model.answer(asked, listener, call);
    while (isTooLong(ending) && !asked.earlier().isEmpty()) {
      asked = withoutOlderHalf(asked);
      ending = model.answer(asked, listener, call);
    }
    return ending;
  }

  private static boolean isTooLong(Ending ending) {
    return ending instanceof Ending.Failed(Failure.ContextTooLong _, int _);
  }

  private static Prompt withoutOlderHalf(Prompt prompt) {
    List<PromptMessage> all = prompt.messages();
    return new Prompt(prompt.system(), all.subList((all.size() + 1) / 2, all.size()));
  }
}
