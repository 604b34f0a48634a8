import type { FactReader } from '@/hooks/rules/rule'
import { type Letterhead, letterheadOf } from '@/src/domain/people/letterhead'
import { linesIn } from '@/src/domain/people/reach'
import type { Row } from '@/src/domain/row'

const text = (row: Row | null, name: string): string => String(row?.[name] ?? '')

/** The practice as papers name it. */
export const practiceOnPaper = (practice: Row | null) => ({
  name: text(practice, 'name'),
  address: [text(practice, 'addressLine1'), text(practice, 'city'), text(practice, 'region')]
    .filter(Boolean)
    .join(', '),
  phone: text(practice, 'phone'),
})

type On = { practice: Parameters<typeof letterheadOf>[0]['practice']; isNeutral: boolean }

/** How a paper for a patient begins: plain where they asked for it. Every paper that is sent asks here. */
export const letterheadFor = async (
  read: FactReader,
  { practice, isNeutral }: On,
): Promise<Letterhead> => {
  const neutralLines = linesIn(text(await read.global('practice'), 'neutralSender'))
  return letterheadOf({ practice, neutralLines }, isNeutral)
}
