import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** A co-signature stands for the text the author signed, and for no other. */
export const refuseChangedText = (record: Row, hash: string): void => {
  if (hash === record['contentHash']) return
  throw new Refusal(
    'conflict',
    'The text is not the one that was signed. Return it, so that the author signs again.',
  )
}
