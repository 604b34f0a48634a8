/**
 * State that must exist once per process. A bundler may load a module several times in one process;
 * whatever has to be shared (the moved clock, the audit writer, key caches) lives here.
 */
export const globalState = <T>(name: string, create: () => T): T => {
  const key = Symbol.for(`therapy-ops.${name}`)
  const holder = globalThis as unknown as Record<symbol, T | undefined> // globalThis has no index for symbols
  const existing = holder[key]
  if (existing !== undefined) return existing
  const created = create()
  holder[key] = created
  return created
}
