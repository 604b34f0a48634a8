/** A sentence that may only reach those whom the table lets read this field of this row. */
export type Canary = { slug: string; path: string; key: string }

export const canary = (slug: string, path: string, key: string): string =>
  `CANARY.${slug}.${path.replaceAll('.', '~')}.${key}.`

export const canaryAddress = (slug: string, path: string, key: string): string =>
  `canary.${slug}.${path.replaceAll('.', '~')}.${key}.@example.test`

const pattern = /canary\.([a-z\d-]+)\.([\w~-]+)\.([\w]+)\./gi

/** Every canary in the bytes of an answer, each once. */
export const canariesIn = (text: string): Canary[] => {
  const found = new Map<string, Canary>()
  for (const [whole, slug = '', path = '', key = ''] of text.matchAll(pattern))
    found.set(whole.toLowerCase(), {
      // Some answers put what they quote into capitals.
      slug: slug.toLowerCase(),
      path: path.replaceAll('~', '.'),
      key: key.toLowerCase(),
    })
  return [...found.values()]
}

export const nameOf = ({ slug, path, key }: Canary): string =>
  `${slug}.${path}.${key}`.toLowerCase()
