package dev.gatehouse.llm.adapter;

/** Streams as the providers' documents show them. */
final class Streams {
  static final String SSE = "text/event-stream";
  static final String NDJSON = "application/x-ndjson";

  static final String ANTHROPIC_BEGINNING =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"m","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":25,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      event: ping
      data: {"type":"ping"}

      event: content_block_delta
      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}

      """;

  static final String ANTHROPIC =
      ANTHROPIC_BEGINNING
          + """
          event: content_block_delta
          data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":", wörld!"}}

          event: content_block_stop
          data: {"type":"content_block_stop","index":0}

          event: message_delta
          data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}}

          event: message_stop
          data: {"type":"message_stop"}

          """;

  static final String OPENAI_BEGINNING =
      """
      data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

      data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":null}]}

      """;

  static final String OPENAI =
      OPENAI_BEGINNING
          + """
          data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":", wörld!"},"finish_reason":null}]}

          data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

          data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":25,"completion_tokens":15,"total_tokens":40}}

          data: [DONE]

          """;

  static final String OLLAMA_BEGINNING =
      """
      {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"Hello"},"done":false}
      """;

  static final String OLLAMA =
      OLLAMA_BEGINNING
          + """
          {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":", wörld!"},"done":false}
          {"model":"m","created_at":"2026-01-01T00:00:01Z","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","total_duration":1,"prompt_eval_count":25,"eval_count":15}
          """;

  private Streams() {}
}
