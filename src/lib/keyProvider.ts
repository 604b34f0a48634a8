import { env } from './env'
import { keyCommandProvider } from './keyCommand'
import { keyFileProvider } from './keyFiles'
import type { KeyProvider } from './keyRing'

/** Who holds the keys that lock all others: a key service where the practice names one, else files. */
export const keyProvider = (): KeyProvider =>
  env.KEY_COMMAND ? keyCommandProvider : keyFileProvider
