/** A code with the words people see. */
export type Option<Code extends string = string> = { value: Code; label: string }

/** The codes of a list, as a choice needs them. */
export const codesOf = <Code extends string>(options: readonly Option<Code>[]): [Code, ...Code[]] =>
  options.map(({ value }) => value) as [Code, ...Code[]] // no list is empty

export const labelIn = (options: readonly Option[], code: unknown): string =>
  options.find(({ value }) => value === code)?.label ?? String(code ?? '')

/** Codes kept as one text with spaces between them. */
export const words = (text: unknown): string[] =>
  String(text ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)

/** "a, b and c" */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
