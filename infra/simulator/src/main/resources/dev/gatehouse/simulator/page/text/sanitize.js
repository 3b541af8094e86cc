/** The last gate before text of others becomes part of the page. */
import DOMPurify from 'dompurify';

const RULES = {
  ALLOWED_TAGS: ['a', 'b', 'blockquote', 'br', 'button', 'code', 'del', 'div', 'em', 'h1', 'h2', 'h3', 'li', 'ol', 'p', 'pre', 'span', 'strong', 'time', 'u', 'ul'],
  ALLOWED_ATTR: ['aria-expanded', 'aria-label', 'class', 'data-channel', 'data-user', 'datetime', 'href', 'rel', 'role', 'start', 'tabindex', 'target', 'title', 'type'],
  ADD_URI_SAFE_ATTR: ['datetime', 'rel', 'start', 'tabindex', 'target', 'type'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|discord):/i,
  ALLOW_DATA_ATTR: false,
};

export const sanitize = (html) => DOMPurify.sanitize(html, RULES);
