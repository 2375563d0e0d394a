/** Markdown of one paragraph as plain text, for places that show no Markdown: without code marks, stars and links. */
export function plainText(markdown: string): string {
  return withFirmShares(
    markdown
      .replace(/```[^\n]*\n([\s\S]*?)```/g, '$1')
      .replace(/`+([^`]+)`+/g, '$1')
      .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .replace(/(^|[\s(])(\*\*|__|\*|_)(\S(?:.*?\S)?)\2(?=[\s).,:;!?]|$)/g, '$1$3')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Keeps "56 %" on one line, by a space that does not break. */
export function withFirmShares(text: string): string {
  return text.replace(/(\d) (?=%)/g, '$1\u{a0}');
}

/** Cuts a text at a blank so that the first part has at most `length` characters; the second is empty if all fits. */
export function splitLine(text: string, length: number): readonly [string, string] {
  if (text.length <= length) return [text, ''];
  const cut = text.lastIndexOf(' ', length);
  return cut <= 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}
