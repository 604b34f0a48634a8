/** One search parameter of a view's address; empty when it is missing or there twice. */
export const paramIn = (
  params: Readonly<Record<string, string | string[] | undefined>> | undefined,
  name: string,
): string => {
  const value = params?.[name]
  return typeof value === 'string' ? value : ''
}
