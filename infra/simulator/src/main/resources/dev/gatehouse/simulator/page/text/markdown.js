/** Discord's Markdown to safe HTML. */
import { Marked } from 'marked';
import { blockRules } from './discord-blocks.js';
import { inlineRules } from './discord-inline.js';
import { escape } from './escape.js';
import { highlight } from './highlight.js';
import { sanitize } from './sanitize.js';
import { safeUrl } from './url.js';

/** Common Markdown that Discord shows as it was typed. */
const absent = () => undefined;
const tokenizer = {
  html: absent, tag: absent, table: absent, hr: absent, lheading: absent, code: absent, def: absent, reflink: absent,
  blockquote: absent,
  heading(text) {
    return /^#{1,3} /.test(text) ? false : undefined;
  },
};

const renderer = {
  code({ text, lang }) {
    const language = /^[\w+#.-]+/.exec(lang ?? '')?.[0] ?? '';
    return `<div class="code-block"><div class="code-head"><span>${escape(language || 'text')}</span>`
      + '<button type="button" class="code-copy" aria-label="Copy code">Copy</button></div>'
      + `<pre><code class="hljs">${highlight(text, language.toLowerCase())}</code></pre></div>`;
  },
  link({ href, tokens, raw }) {
    const url = safeUrl(href);
    if (!url) return escape(raw);
    return `<a href="${escape(url)}" target="_blank" rel="noopener noreferrer">${this.parser.parseInline(tokens)}</a>`;
  },
  image: ({ raw }) => escape(raw),
  html: ({ raw }) => escape(raw),
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
};

const marked = new Marked({ gfm: true, breaks: true, async: false });
marked.use({ tokenizer, renderer, extensions: [...blockRules, ...inlineRules] });

/** Whole messages and embed texts: blocks and inline. */
export const render = (text) => sanitize(marked.parse(text ?? ''));
/** One line, as in titles and previews. */
export const renderInline = (text) => sanitize(marked.parseInline(text ?? ''));

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*\s*){1,27}$/u;
export const isJumbo = (text) => ONLY_EMOJI.test(text ?? '');
