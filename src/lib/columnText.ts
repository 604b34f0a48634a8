/** A column as text, whichever database answered it: an instant in ISO, nothing as an empty text. */
export const columnText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '')
