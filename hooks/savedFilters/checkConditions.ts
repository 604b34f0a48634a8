import type { SanitizedCollectionConfig, Where } from 'payload'
import { Refusal } from '@/src/lib/errors'
import { dayKindOf, fieldOf } from './listFields'

const choices = new Set(['select', 'radio', 'checkbox', 'number', 'date', 'relationship'])

/** Why a field cannot be asked by in what is kept; null when it can. */
const objection = (config: SanitizedCollectionConfig, name: string): string | null => {
  const field = fieldOf(config, name)
  if (!field) return `A kept filter cannot ask by "${name}".`
  const label = typeof field.label === 'string' ? field.label : name
  if ('relationTo' in field && field.relationTo === 'patients')
    return `A kept filter is about nobody in particular: leave "${label}" out.`
  return choices.has(field.type) || dayKindOf(config, name)
    ? null
    : `A kept filter holds no words, because they may name somebody: leave "${label}" out.`
}

/**
 * What is kept of a filter are choices, days and numbers. Words could be the name of a patient, and would lie
 * among the settings of whoever typed them.
 */
export const checkConditions = (config: SanitizedCollectionConfig, where: Where): void => {
  for (const [name, held] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      for (const part of Array.isArray(held) ? held : []) checkConditions(config, part)
      continue
    }
    const message = objection(config, name)
    if (message) throw new Refusal('invalid', [{ path: name, message }])
  }
}
