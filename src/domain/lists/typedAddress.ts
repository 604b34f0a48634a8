type Params = Readonly<Record<string, string | readonly string[] | undefined>>

const isTyped = (name: string): boolean => name === 'search' || /^where(\[|$)/.test(name)

/**
 * Where an address of the office's lists leads once what was typed is left out of it; null when nothing was. Words
 * and conditions are sent in a body: an address stays in the browser's history and in the logs on its way.
 */
export const untypedAddress = (
  segments: readonly string[] | undefined,
  params: Params,
): string | null => {
  const [kind, slug, ...deeper] = segments ?? []
  if (kind !== 'collections' || !slug || deeper.length) return null
  if (!Object.keys(params).some(isTyped)) return null
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (!isTyped(name)) for (const each of [value ?? []].flat()) kept.append(name, each)
  const query = kept.toString()
  return `/admin/collections/${encodeURIComponent(slug)}${query ? `?${query}` : ''}`
}
