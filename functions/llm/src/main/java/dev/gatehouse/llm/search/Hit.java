package dev.gatehouse.llm.search;

/**
 * A passage that was found.
 *
 * @param score by BM25; comparable within one search only
 * @param coverage how much of what was asked for the passage holds, from 0 to 1, rare words
 *     weighing more
 */
public record Hit(Passage passage, double score, double coverage) {}
