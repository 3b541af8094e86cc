/** Models that a provider serves: its protocol over HTTP, read as servers really send it. */
@NullMarked
package dev.gatehouse.llm.adapter;

import org.jspecify.annotations.NullMarked;
