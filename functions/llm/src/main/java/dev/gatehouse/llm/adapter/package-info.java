/** Language models behind LangChain4j, over an HTTP client that can be cancelled. */
@NullMarked
package dev.gatehouse.llm.adapter;

import org.jspecify.annotations.NullMarked;
