const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text as written in XML: entities resolved, line breaks as XML defines them. Unknown entities stay as they are. */
export function xmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** Text of a cell: as `xmlText`, and `_x000D_` is the character that spreadsheets write so. */
export function cellText(raw: string): string {
  const text = xmlText(raw);
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text of a string item (`<si>` or `<is>`): its runs joined, without the phonetic ones. */
export function itemText(item: string): string {
  const spoken = withoutPhonetics(item);
  let text = '';
  for (let at = spoken.indexOf('<t'); at >= 0; at = spoken.indexOf('<t', at + 2)) {
    if (!' \t\r\n>'.includes(spoken.charAt(at + 2))) continue;
    const start = spoken.indexOf('>', at) + 1;
    if (spoken.charAt(start - 2) === '/') continue;
    const end = spoken.indexOf('</t>', start);
    if (start === 0 || end < 0) break;
    text += spoken.slice(start, end);
    at = end;
  }
  return cellText(text);
}

function withoutPhonetics(item: string): string {
  let spoken = '';
  let from = 0;
  for (let at = item.indexOf('<rPh '); at >= 0; at = item.indexOf('<rPh ', from)) {
    spoken += item.slice(from, at);
    const end = item.indexOf('</rPh>', at);
    if (end < 0) return spoken;
    from = end + 6;
  }
  return spoken + item.slice(from);
}

/** The attributes of every `<name ...>` tag in a part that is small enough to be kept whole. */
export function* tagsOf(xml: string, name: string): Generator<ReadonlyMap<string, string>> {
  const tags = new RegExp(`<${name}((?:\\s+[^\\s=<>/]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, 'g');
  for (const [, attributes = ''] of xml.matchAll(tags)) {
    const pairs = attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    yield new Map([...pairs].map(([, key = '', double, single]) => [key, xmlText(double ?? single ?? '')]));
  }
}
