import type { ReactNode } from 'react'

type Element = { type: unknown; props: Record<string, unknown> }

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'type' in node && 'props' in node

type Component = (props: Record<string, unknown>) => unknown

// React says "Invalid hook call" before it throws.
const quietly = async <T>(work: () => T | Promise<T>): Promise<T> => {
  const { error } = console
  console.error = () => undefined
  try {
    return await work()
  } finally {
    console.error = error
  }
}

/**
 * Calls every component of a screen of the server, so that all it reads is read. What runs in the browser
 * cannot be called here and reads nothing by itself: its children are looked at instead. Answers the texts.
 */
export const walkScreen = async (
  node: ReactNode | Promise<ReactNode> | unknown,
): Promise<string[]> => {
  const made = await node
  if (typeof made === 'string' || typeof made === 'number') return [String(made)]
  if (Array.isArray(made)) return (await Promise.all(made.map(walkScreen))).flat()
  if (!isElement(made)) return []
  const { type, props } = made
  if (typeof type !== 'function') return walkScreen(props['children'])
  let inner: unknown
  try {
    inner = await quietly(() => (type as Component)(props))
  } catch (error) {
    const isHook = error instanceof TypeError && /reading 'use\w+'/.test(error.message)
    if (!isHook) throw error
    return walkScreen(Object.values(props).filter((prop) => isElement(prop) || Array.isArray(prop)))
  }
  return walkScreen(inner)
}
