import type { SanitizedCollectionConfig } from 'payload'

type Lists = Record<string, unknown[] | undefined>

/** Takes a hook out of every collection that has it, and answers how to put it back. */
export const without = (
  collections: readonly SanitizedCollectionConfig[],
  hook: unknown,
): (() => void) => {
  const undo = collections.flatMap(({ hooks }) => {
    const lists = hooks as unknown as Lists
    return Object.entries(lists)
      .filter(([, list]) => list?.includes(hook))
      .map(([name, list]) => {
        lists[name] = list?.filter((each) => each !== hook)
        return () => {
          lists[name] = list
        }
      })
  })
  if (!undo.length) throw new Error('This hook is in no collection.')
  return () => {
    for (const each of undo) each()
  }
}
