/**
 * Rings of keys. `general` opens what a care team may read; `psychotherapy` is apart, so that the
 * general ring never opens those notes; `audit` signs the log.
 */
export type KeyRing = 'general' | 'psychotherapy' | 'audit'

/** A data key as the provider locked it, and the id of the wrapping key that did. */
export type Wrapped = { wrapped: string; keyId: string }

/**
 * Wraps data keys with keys that are not in the database. Two providers exist: files (keyFiles.ts) and a
 * program of the practice's own that speaks to its key service (keyCommand.ts).
 */
export type KeyProvider = {
  /** What it is, for the trust page. */
  name: 'files' | 'command'
  /** The id of the key that wraps from now on. */
  keyId: (ring: KeyRing) => Promise<string>
  wrap: (ring: KeyRing, key: Uint8Array, subject: string) => Promise<Wrapped>
  /** Throws a sentence that names what is missing. Never makes a key. */
  unwrap: (ring: KeyRing, given: Wrapped, subject: string) => Promise<Uint8Array>
  /** Makes a new wrapping key, unless `after` is no longer the present one; answers the present id. */
  rotate: (ring: KeyRing, after: string) => Promise<string>
  /** Puts every wrapping key but the present one out of use; answers where they went. */
  retire: (ring: KeyRing) => Promise<string[]>
}
