/** Code in colour, for the languages that highlight.js knows. */
import { escape } from './escape.js';

/** HTML of the code, tokens wrapped in spans; plain when the language is unknown. */
export function highlight(code, language) {
  const library = globalThis.hljs;
  if (!library || !language || !library.getLanguage(language)) return escape(code);
  return library.highlight(code, { language, ignoreIllegals: true }).value;
}
