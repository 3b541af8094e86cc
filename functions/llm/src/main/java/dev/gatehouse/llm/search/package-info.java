/** Lexical search over passages of documents and source files, ranked by BM25. */
@NullMarked
package dev.gatehouse.llm.search;

import org.jspecify.annotations.NullMarked;
