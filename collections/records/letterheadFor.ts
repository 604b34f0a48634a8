import type { FactReader } from '@/hooks/rules/rule'
import { type Letterhead, letterheadOf } from '@/src/domain/people/letterhead'
import { linesIn } from '@/src/domain/people/reach'
import { type Row, textIn } from '@/src/domain/row'

/** The practice as papers name it. */
export const practiceOnPaper = (practice: Row | null) => ({
  name: textIn(practice, 'name'),
  address: [textIn(practice, 'addressLine1'), textIn(practice, 'city'), textIn(practice, 'region')]
    .filter(Boolean)
    .join(', '),
  phone: textIn(practice, 'phone'),
})

type On = { practice: Parameters<typeof letterheadOf>[0]['practice']; isNeutral: boolean }

/** How a paper for a patient begins: plain where they asked for it. Every paper that is sent asks here. */
export const letterheadFor = async (
  read: FactReader,
  { practice, isNeutral }: On,
): Promise<Letterhead> => {
  const neutralLines = linesIn(textIn(await read.global('practice'), 'neutralSender'))
  return letterheadOf({ practice, neutralLines }, isNeutral)
}
