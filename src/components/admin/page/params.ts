/** One search parameter of a view's address; empty when it is missing or there twice. */
export const paramIn = (
  params: Readonly<Record<string, string | string[] | undefined>> | undefined,
  name: string,
): string => {
  const value = params?.[name]
  return typeof value === 'string' ? value : ''
}

/** One part of a view's path after /admin; empty when it is missing. */
export const segmentIn = (
  params: { segments?: string | string[] } | undefined,
  index: number,
): string => {
  const { segments } = params ?? {}
  return Array.isArray(segments) ? (segments[index] ?? '') : ''
}
