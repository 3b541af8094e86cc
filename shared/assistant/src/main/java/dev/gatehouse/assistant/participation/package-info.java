/** In which conversations we take part, and what was read last there. */
@NullMarked
package dev.gatehouse.assistant.participation;

import org.jspecify.annotations.NullMarked;
