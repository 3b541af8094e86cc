package dev.gatehouse.llm.model;

/** Something that answers a prompt with a stream of text. */
public interface LanguageModel {
  /** What answers, for logs and for what a user is told. */
  ModelName name();

  /**
   * Answers the prompt; blocks until the stream has ended, for whatever reason, and never throws
   * for a reason that a {@link Failure} describes.
   *
   * @param listener hears each piece of text on the calling thread, in order
   * @param call how long it may take, and whether it is still wanted
   */
  Ending answer(Prompt prompt, AnswerListener listener, CallOptions call);
}
