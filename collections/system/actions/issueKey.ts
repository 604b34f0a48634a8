import { z } from 'zod'
import { hashApiKey } from '@/access/session/strategies'
import { defineAction } from '@/hooks/actions/define'
import { hmac, randomToken } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'

const lifetimeDays = 365

// Derived from the call, so that the answer can show it once although only its hash is stored.
const keyFor = (prefix: string, callKey: string): string =>
  `tops_${prefix}_${hmac(env.PAYLOAD_SECRET ?? 'development', `new-key|${callKey}`).slice(0, 48)}`

export const issueKey = defineAction({
  slug: 'api-clients',
  name: 'issue-key',
  label: 'Make a new key',
  confirm: 'The old key stops working at once. The new one is shown a single time.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  prepare: async ({ now, key }) => {
    const prefix = randomToken(4).replaceAll(/[^a-zA-Z0-9]/g, 'x')
    return {
      set: {
        keyPrefix: prefix,
        keyHash: hashApiKey(keyFor(prefix, key)),
        isActive: true,
        revokedAt: null,
        expiresAt: new Date(now.getTime() + lifetimeDays * 86_400_000).toISOString(),
      },
    }
  },
  shown: [{ name: 'key', label: 'The key. It is shown this once: copy it now.' }],
  answer: async ({ record }) => {
    const callKey = String(record['lastAction'] ?? '').replace(/^issue-key:/, '')
    return { key: keyFor(String(record['keyPrefix']), callKey) }
  },
})
