import type { Actor } from '@/access/principal'
import { callNameOf } from '@/hooks/rules/intake/minorFacts'
import type { FactReader } from '@/hooks/rules/rule'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { openEpisodeOf } from './episodeField'

export const CARE_CHOICES = [
  { value: 'usual', label: 'Usual care' },
  { value: 'alone', label: 'Care the minor consented to alone' },
] as const

type Wish = { actor: Actor; patient: Row; care: 'usual' | 'alone' | undefined }

/**
 * The care a new visit belongs to. Where there are two, staff say which: a visit in the wrong one would be
 * shown to a parent. A proxy books usual care and learns of no other.
 */
export const episodeFor = async (
  read: FactReader,
  { actor, patient, care }: Wish,
): Promise<string | null> => {
  if (actor.kind === 'proxy') return null
  const open = await openEpisodeOf(read, String(patient['id']))
  if (open && !care) {
    throw new Refusal('refused-by-rule', [
      {
        path: 'care',
        rule: 'R12',
        message: `${callNameOf(patient)} consented to some care alone. Say which care this visit is part of.`,
      },
    ])
  }
  if (!open && care === 'alone') {
    throw new Refusal('refused-by-rule', [
      {
        path: 'care',
        rule: 'R12',
        message: `${callNameOf(patient)} has not consented to care alone. Record that first.`,
      },
    ])
  }
  return care === 'alone' ? open : null
}
