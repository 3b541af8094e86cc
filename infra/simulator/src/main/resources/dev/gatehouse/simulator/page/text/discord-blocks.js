/** Discord's blocks: quotes end with their line, `>>>` runs to the end, `-#` is small print. */

const quote = {
  name: 'quote',
  level: 'block',
  start: (text) => /(?:^|\n)>(?:>>)? /.exec(text)?.index,
  tokenizer(text) {
    const rest = /^>>> ([\s\S]*)/.exec(text);
    const lines = rest ? null : /^(?:> ?[^\n]*(?:\n|$))+/.exec(/^> /.test(text) ? text : '');
    const match = rest ?? lines;
    if (!match) return undefined;
    const inner = rest ? rest[1] : lines[0].replace(/^> ?/gm, '');
    return { type: 'quote', raw: match[0], tokens: this.lexer.blockTokens(inner, []) };
  },
  renderer(token) {
    return `<blockquote>${this.parser.parse(token.tokens)}</blockquote>`;
  },
};

const smallPrint = {
  name: 'smallPrint',
  level: 'block',
  start: (text) => /(?:^|\n)-# /.exec(text)?.index,
  tokenizer(text) {
    const match = /^-# ([^\n]+)(?:\n|$)/.exec(text);
    return match ? { type: 'smallPrint', raw: match[0], tokens: this.lexer.inlineTokens(match[1]) } : undefined;
  },
  renderer(token) {
    return `<p class="small-print">${this.parser.parseInline(token.tokens)}</p>`;
  },
};

export const blockRules = [quote, smallPrint];
