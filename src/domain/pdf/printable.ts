/** The built-in fonts hold Latin-1 only and print anything else as garbage, so letters lose marks. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      /[^\n\u0020-\u00ff]/g,
      (character) =>
        PLAIN[character] ?? character.normalize('NFD').replace(/[^\u0020-\u007e]/g, ''),
    )

const PLAIN: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  Œ: 'OE',
  œ: 'oe',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '•': '-',
  '\t': ' ',
}
