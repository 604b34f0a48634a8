import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { isTrainee } from '@/hooks/rules/records/trainee'
import type { FactReader } from '@/hooks/rules/rule'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { askForCosignature } from '../../signing/cosignTasks'
import { requireAuthor } from '../../signing/requireAuthor'
import { signatureBy } from '../../signing/signature'
import { addendumHash } from '../addendumHash'

const shownLike = async (read: FactReader, record: Row) => {
  const note = record['note'] ? await read.one('progress-notes', String(record['note'])) : null
  return {
    isShared: note?.['isShared'] === true,
    isOpenToProxies: note?.['isOpenToProxies'] !== false,
  }
}

export const signAddendum = defineAction({
  slug: 'addenda',
  name: 'sign',
  label: 'Sign addendum',
  tone: 'primary',
  confirm: 'Nobody can change it afterwards.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft'] },
  prepare: async ({ actor, now, read, record }) => {
    await requireAuthor({ actor, author: record['author'], read })
    if (!String(record['text'] ?? '').trim()) {
      throw new Refusal('refused-by-rule', [{ path: 'text', message: 'Write the addendum first.' }])
    }
    return {
      set: {
        ...(await signatureBy({ actor, now, read }, addendumHash(record))),
        status: isTrainee(actor) ? 'pendingCosign' : 'signed',
        isFinal: !isTrainee(actor),
        ...(await shownLike(read, record)),
      },
    }
  },
  effects: [
    {
      name: 'cosign-task',
      run: async (context: EffectContext) => {
        if (context.record['status'] !== 'pendingCosign') return
        await askForCosignature(context, {
          collectionSlug: 'addenda',
          title: 'Co-sign an addendum',
        })
      },
    },
  ],
})
