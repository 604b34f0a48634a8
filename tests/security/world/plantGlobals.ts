import type { TestApp } from '@/tests/support/boot'
import { plainValue, type Variant } from './values'

// What the product reads as more than text.
const kept: Readonly<Record<string, readonly string[]>> = { practice: ['timeZone'] }

const variant: Variant = {
  key: 'g0',
  number: 0,
  patient: 0,
  owner: '',
  other: '',
  isOpen: true,
}

const textual = new Set(['text', 'textarea', 'email', 'richText', 'array', 'blocks'])

/** A canary in every text of every global. */
export const plantGlobals = async (app: TestApp): Promise<void> => {
  for (const { slug, flattenedFields } of app.config.globals) {
    const stored = (await app.payload.db.findGlobal({ slug })) as Record<string, unknown>
    const data = Object.fromEntries(
      flattenedFields
        .filter(({ name, type }) => textual.has(type) && !kept[slug]?.includes(name))
        .map((field) => [field.name, plainValue(field, slug, field.name, variant)])
        .filter(([, value]) => value !== undefined),
    )
    const isThere = Object.keys(stored ?? {}).some((name) => name !== 'globalType')
    const whole = {
      ...(slug === 'practice' ? { timeZone: 'America/Los_Angeles' } : {}),
      ...stored,
      ...data,
    }
    if (isThere) await app.payload.db.updateGlobal({ slug, data: whole })
    else await app.payload.db.createGlobal({ slug, data: whole })
  }
}
