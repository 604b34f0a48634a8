import type { CollectionBeforeChangeHook } from 'payload'
import { findTechnique } from '@/src/domain/treatment/techniques'
import { type Finding, Refusal } from '@/src/lib/errors'

/** The codes of a text column, in order, each once. */
export const tagsIn = (text: unknown): string[] =>
  typeof text === 'string' ? [...new Set(text.split(/[\s,]+/).filter(Boolean))] : []

/** Nothing when every code names a technique, otherwise one sentence per code that does not. */
export const unknownTags = (text: unknown): Finding[] =>
  tagsIn(text)
    .filter((code) => !findTechnique(code))
    .map((code) => ({
      path: 'techniqueTags',
      message: `There is no technique "${code}". Choose techniques from the list.`,
    }))

export const checkTechniqueTags: CollectionBeforeChangeHook = ({ data }) => {
  if (typeof data['techniqueTags'] !== 'string') return data
  const unknown = unknownTags(data['techniqueTags'])
  if (unknown.length) throw new Refusal('invalid', unknown)
  data['techniqueTags'] = tagsIn(data['techniqueTags']).join(' ')
  return data
}
